import { nameInErrors } from './amendments';
import { constraintsOf, type Constraint } from './constraints';
import { javaTexts } from './java-text';
import { requireJsonType } from './json-types';
import type { Model, Shape } from './model';
import type { ValidationErrors } from './validation-errors';

/** Checks a value that is there, reports what is wrong with it, and returns a copy with nothing but the model's members. */
export type Check = (value: unknown, path: string, report: ValidationErrors) => unknown;

/** What an error repeats of a value. */
type Show = (value: unknown) => string | undefined;

/**
 * Makes the checks of a model's shapes, each once and at first use.
 *
 * @returns from the name of a shape to its check
 */
export function shapeChecks({ shapes }: Pick<Model, 'shapes'>): (name: string) => Check {
  const made = new Map<string, Check>();
  const shown = javaTexts(shapes);

  const checkOf = (name: string): Check => {
    const known = made.get(name);
    if (known) return known;
    const shape = shapeOf(name);
    const check = compile(shape, (value) => shown(name, value));
    made.set(name, check);
    return check;
  };

  const shapeOf = (name: string): Shape => {
    const shape = shapes[name];
    if (!shape) throw new Error(`The model has no shape ${name}`);
    return shape;
  };

  const compile = (shape: Shape, show: Show): Check => {
    if (shape.type === 'structure') return structure(shape);
    if (shape.type === 'list') return list(shape, show);
    if (shape.type === 'map') return map(shape, show);
    return scalar(shape, show);
  };

  /** A member that is null is one that is not there. */
  const structure = ({ members = {}, required = [] }: Shape): Check => {
    const named = Object.entries(members).map(([name, shape]) => {
      const mustBe = required.includes(name);
      // AWS keeps a required number unboxed: missing, it is zero (recorded for MaxResults 2026-09).
      const missing = mustBe && shapeOf(shape).type === 'integer' ? 0 : undefined;
      return { name, shape, mustBe, missing, wireName: nameInErrors(name) };
    });
    return (value, path, report) => {
      const object = requireJsonType('structure', value) as Record<string, unknown>;
      const copy: Record<string, unknown> = {};
      for (const { name, shape, mustBe, missing, wireName } of named) {
        const member = (Object.hasOwn(object, name) ? object[name] : undefined) ?? missing;
        const at = path === '' ? wireName : `${path}.${wireName}`;
        if (member !== undefined) copy[name] = checkOf(shape)(member, at, report);
        else if (mustBe) report.add(at, 'null', notNull);
      }
      return copy;
    };
  };

  const list = (shape: Shape, show: Show): Check => {
    const element = shapeOf(shape.member ?? '');
    const own = ownConstraints(shape);
    const ofElements = isScalar(element) ? collected(element) : [];
    return (value, path, report) => {
      const elements = requireJsonType('list', value) as unknown[];
      reportBroken(own, elements, path, report, show);
      if (isScalar(element)) {
        const typed = elements.map((each) => (each == null ? null : requireJsonType(element.type, each)));
        if (!typed.every((each) => each !== null && ofElements.every(({ holds }) => holds(each))))
          report.add(path, show(elements), within('Member', ofElements));
        return typed;
      }
      const check = checkOf(shape.member ?? '');
      return elements.map((each, at) => {
        const place = `${path}.${at + 1}.member`;
        if (each != null) return check(each, place, report);
        report.add(place, 'null', notNull);
        return each;
      });
    };
  };

  const map = (shape: Shape, show: Show): Check => {
    const key = shapeOf(shape.key ?? '');
    const element = shapeOf(shape.value ?? '');
    const own = ownConstraints(shape);
    const ofKeys = collected(key);
    const ofValues = collected(element);
    return (value, path, report) => {
      const object = requireJsonType('map', value) as Record<string, unknown>;
      const entries = Object.entries(object).filter(([, each]) => each != null);
      reportBroken(own, object, path, report, show);
      if (!entries.every(([name]) => ofKeys.every(({ holds }) => holds(name))))
        report.add(path, show(object), within('Map keys', ofKeys));
      if (!isScalar(element)) {
        const check = checkOf(shape.value ?? '');
        return Object.fromEntries(entries.map(([name, each]) => [name, check(each, `${path}.${name}.member`, report)]));
      }
      const typed = entries.map(([name, each]) => [name, requireJsonType(element.type, each)] as const);
      if (!typed.every(([, each]) => ofValues.every(({ holds }) => holds(each))))
        report.add(path, show(object), within('Map value', ofValues));
      return Object.fromEntries(typed);
    };
  };

  return checkOf;
}

const notNull = 'Member must not be null';

const scalar = (shape: Shape, show: Show): Check => {
  const own = ownConstraints(shape);
  const isNumber = shape.type === 'integer' || shape.type === 'long';
  return (value, path, report) => {
    const typed = requireJsonType(shape.type, value);
    // A number that is no Java integer is refused like a large one, without being repeated (recorded 2026-09).
    const beyond = isNumber && Math.abs(typed as number) > 2 ** 31 - 1;
    reportBroken(own, typed, path, report, beyond ? () => undefined : show);
    return beyond ? Math.sign(typed as number) * (2 ** 31 - 1) : typed;
  };
};

const isScalar = ({ type }: Shape): boolean => type !== 'structure' && type !== 'list' && type !== 'map';

const isThere = (constraint: Constraint | undefined): constraint is Constraint => constraint !== undefined;

/** In the order in which AWS reports them for one value. */
function ownConstraints(shape: Shape): Constraint[] {
  const { min, pattern, max, enum: values } = constraintsOf(shape);
  return [min, pattern, max, values].filter(isThere);
}

/** In the order in which AWS reports them for the values of a collection: all of them, whichever is broken. */
function collected(shape: Shape): Constraint[] {
  const { min, pattern, max, enum: values } = constraintsOf(shape);
  return [max, min, pattern, values].filter(isThere);
}

const within = (what: string, constraints: Constraint[]): string =>
  `${what} must satisfy constraint: [${constraints.map(({ text }) => text).join(', ')}]`;

function reportBroken(
  constraints: Constraint[],
  value: unknown,
  path: string,
  report: ValidationErrors,
  show: Show,
): void {
  for (const { holds, text } of constraints) if (!holds(value)) report.add(path, show(value), text);
}
