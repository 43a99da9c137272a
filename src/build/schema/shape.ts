import type { Path } from '../read-yaml.ts';

export type Issue = { readonly path: Path; readonly message: string };

/** Reads a plain value as a T. What does not fit becomes an issue; the value that comes back then means nothing. */
export type Shape<T> = { readonly read: (value: unknown, path: Path, issues: Issue[]) => T };

/** A key of an object that may be absent. */
type Optional<T> = { readonly optional: Shape<T> };

type Fields = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;
type OptionalKey<F extends Fields> = { [K in keyof F]: F[K] extends Optional<unknown> ? K : never }[keyof F];
type Flat<T> = { [K in keyof T]: T[K] };
type ObjectOf<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalKey<F>>]: F[K] extends Shape<infer T> ? T : never } & {
    [K in OptionalKey<F>]?: F[K] extends Optional<infer T> ? T : never;
  }
>;

export type Infer<S> = S extends Shape<infer T> ? T : never;

const say = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object' && value
        ? 'a mapping'
        : JSON.stringify(value);

const check = <T>(expected: string, fits: (value: unknown) => boolean): Shape<T> => ({
  read: (value, path, issues) => {
    if (!fits(value)) issues.push({ path, message: `${expected} is expected, here is ${say(value)}` });
    return value as T;
  },
});

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const string = check<string>('a text', (v) => typeof v === 'string');
export const words = check<string>('a text that says something', (v) => typeof v === 'string' && v.trim() !== '');
export const number = check<number>('a number', (v) => typeof v === 'number');
export const int = check<number>('a whole number', Number.isInteger);
export const boolean = check<boolean>('true or false', (v) => typeof v === 'boolean');
export const unknown = check<unknown>('anything', () => true);
export const pattern = (expected: string, regexp: RegExp): Shape<string> => check(expected, (v) => typeof v === 'string' && regexp.test(v));
export const literal = <const T extends string | number | boolean>(...values: readonly T[]): Shape<T> =>
  check(values.join(' | '), (v) => values.includes(v as T));

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape });
export const nullable = <T>(shape: Shape<T>): Shape<T | null> => ({
  read: (value, path, issues) => (value === null ? null : shape.read(value, path, issues)),
});
/** An absent value is read as this one. */
export const withDefault = <T>(shape: Shape<T>, value: T): Shape<T> => ({
  read: (found, path, issues) => (found === undefined ? value : shape.read(found, path, issues)),
});
export const transform = <T, U>(shape: Shape<T>, change: (value: T) => U): Shape<U> => ({
  read: (value, path, issues) => {
    const before = issues.length;
    const read = shape.read(value, path, issues);
    return issues.length > before ? (undefined as U) : change(read);
  },
});

export const array = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  read: (value, path, issues) => {
    if (Array.isArray(value)) return value.map((v, i) => item.read(v, [...path, i], issues));
    issues.push({ path, message: `a list is expected, here is ${say(value)}` });
    return [];
  },
});

export const record = <T>(item: Shape<T>, key: RegExp = /./): Shape<Readonly<Record<string, T>>> => ({
  read: (value, path, issues) => {
    if (!isMapping(value)) {
      issues.push({ path, message: `a mapping is expected, here is ${say(value)}` });
      return {};
    }
    for (const name of Object.keys(value))
      if (!key.test(name)) issues.push({ path: [...path, name], message: `${name} is no key of this kind` });
    return Object.fromEntries(Object.entries(value).map(([name, v]) => [name, item.read(v, [...path, name], issues)]));
  },
});

const readFields = (fields: Fields, value: Record<string, unknown>, path: Path, issues: Issue[]): Record<string, unknown> => {
  const found: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if ('read' in field) found[name] = field.read(value[name], [...path, name], issues);
    else if (value[name] !== undefined) found[name] = field.optional.read(value[name], [...path, name], issues);
  }
  return found;
};

const readObject = <F extends Fields>(
  fields: F,
  value: unknown,
  path: Path,
  issues: Issue[],
  rest: (name: string, v: unknown) => unknown,
): ObjectOf<F> => {
  if (!isMapping(value)) {
    issues.push({ path, message: `a mapping is expected, here is ${say(value)}` });
    return {} as ObjectOf<F>;
  }
  const others = Object.entries(value).flatMap(([name, v]) => (name in fields ? [] : [[name, rest(name, v)] as const]));
  return { ...Object.fromEntries(others.filter(([, v]) => v !== undefined)), ...readFields(fields, value, path, issues) } as ObjectOf<F>;
};

/** A mapping with these keys and no other. A stray key is mostly a comma inside `{ }` that cut a sentence in two. */
export const object = <F extends Fields>(fields: F): Shape<ObjectOf<F>> => ({
  read: (value, path, issues) =>
    readObject(
      fields,
      value,
      path,
      issues,
      (name) =>
        void issues.push({
          path: [...path, name],
          message: `"${name}" is no key here (a comma inside { } needs quotes around the sentence)`,
        }),
    ),
});

/** A mapping with these keys and others, which are kept as they are. */
export const openObject = <F extends Fields>(fields: F): Shape<ObjectOf<F> & Readonly<Record<string, unknown>>> => ({
  read: (value, path, issues) => readObject(fields, value, path, issues, (_, v) => v) as ObjectOf<F> & Readonly<Record<string, unknown>>,
});

/** The first shape that fits. Where none does, the issues of the nearest one are told. */
export const union = <S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Infer<S[number]>> => ({
  read: (value, path, issues) => {
    const tries = shapes.map((shape) => {
      const own: Issue[] = [];
      return { read: shape.read(value, path, own), own };
    });
    const fitting = tries.find((t) => t.own.length === 0);
    if (fitting) return fitting.read as Infer<S[number]>;
    const deepest = tries.sort((a, b) => Math.max(...b.own.map((i) => i.path.length)) - Math.max(...a.own.map((i) => i.path.length)))[0];
    issues.push(...(deepest?.own ?? []));
    return undefined as Infer<S[number]>;
  },
});
