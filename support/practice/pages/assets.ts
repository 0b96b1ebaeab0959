import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { themeSheet } from '../../reports/render/theme-sheet';
import type { Reply } from '../../simulator/server/http';

const types = { 'console.css': 'text/css; charset=utf-8', 'console.browser.js': 'text/javascript; charset=utf-8' };

/** The style sheet and the script of the pages, under addresses that change with their content. */
export class Assets {
  readonly style: string;
  readonly script: string;
  readonly #replies = new Map<string, Reply>([
    // Browsers ask for one.
    ['/favicon.ico', { status: 204, headers: { 'Cache-Control': 'max-age=86400' }, body: '' }],
  ]);

  constructor(folder = path.join(__dirname, '../views')) {
    this.style = this.#add('console.css', [themeSheet, path.join(folder, 'console.css')]);
    this.script = this.#add('console.browser.js', [path.join(folder, 'console.browser.js')]);
  }

  answer(address: string): Reply | undefined {
    return this.#replies.get(address);
  }

  #add(name: keyof typeof types, files: readonly string[]): string {
    const body = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
    const address = `/assets/${hash}/${name}`;
    this.#replies.set(address, {
      status: 200,
      headers: {
        'Content-Type': types[name],
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cache-Control': 'max-age=31536000, immutable',
      },
      body,
    });
    return address;
  }
}
