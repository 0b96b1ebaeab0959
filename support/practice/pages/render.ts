import path from 'node:path';
import { Eta } from 'eta';

/** A renderer of the pages: a template's name and what it shows, as `it`. Templates escape what they insert. */
export function pageTemplates(folder = path.join(__dirname, '../views')): (name: string, data: object) => string {
  const eta = new Eta({ views: folder, cache: true });
  return (name, data) => eta.render(name, data);
}
