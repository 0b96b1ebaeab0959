import * as fc from 'fast-check';
import { model, type Shape } from '../../support/simulator/cognito/model/model';

/** What a text of this member can be, so that an input reaches further than the first check. */
export type Names = Record<string, readonly string[]>;

const words = [
  'email',
  'name',
  'phone_number',
  'team',
  'custom:team',
  'a',
  '',
  ' ',
  '0',
  'anna@example.com',
  '+4912345',
];
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    '💥',
    '\ud800',
    '\u0000',
    'x'.repeat(3000),
    '{####}',
    null,
    NaN,
    -1,
  ),
  fc.anything({ maxDepth: 2, withNullPrototype: true }),
);

/**
 * Inputs of an operation as its model has them, and now and then as it has not.
 *
 * @param names texts to use, by the member's name
 */
export function oddInput(operation: string, names: Names): fc.Arbitrary<object> {
  const shape = model().operations[operation]?.input ?? '';
  return fc.oneof(
    { weight: 9, arbitrary: members(shape, { names, isWild: false }) },
    { weight: 1, arbitrary: members(shape, { names, isWild: true }) },
  );
}

interface Taste {
  names: Names;
  /** Whether any value can be anything, and required members can be missing. */
  isWild: boolean;
}

function members(name: string, taste: Taste): fc.Arbitrary<object> {
  const { members: shapes = {}, required = [] } = shapeOf(name);
  const optional = Object.keys(shapes).filter((member) => !required.includes(member));
  return fc.subarray(optional, { maxLength: Math.min(optional.length, 3) }).chain((chosen) => {
    const known = Object.fromEntries(
      [...required, ...chosen].map((member) => [member, value(shapes[member] ?? '', taste, taste.names[member])]),
    );
    return taste.isWild ? fc.record(known, { requiredKeys: [] }) : fc.record(known);
  });
}

function value(name: string, taste: Taste, texts?: readonly string[]): fc.Arbitrary<unknown> {
  const tame = tameValue(name, taste, texts);
  return taste.isWild ? fc.oneof({ weight: 4, arbitrary: tame }, { weight: 1, arbitrary: odd }) : tame;
}

function tameValue(name: string, taste: Taste, texts: readonly string[] = words): fc.Arbitrary<unknown> {
  const shape = shapeOf(name);
  const { min = 0, max = 60 } = shape;
  switch (shape.type) {
    case 'structure':
      return members(name, taste);
    case 'list':
      return fc.array(value(shape.member ?? '', taste, texts), { minLength: Math.min(min, 1), maxLength: 3 });
    case 'map':
      return fc.dictionary(fc.constantFrom(...words, 'USERNAME', 'PASSWORD'), value(shape.value ?? '', taste), {
        maxKeys: 3,
      });
    case 'integer':
    case 'long':
      return fc.integer({ min, max: Math.max(min, max) });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return fc.constantFrom(...(shape.enum ?? texts));
    case 'blob':
    case 'timestamp':
      return odd;
  }
}

const shapeOf = (name: string): Shape => model().shapes[name] ?? { type: 'structure' };
