import * as s from './schema/shape.ts';
import type { Cond, Rel } from '../core/index.ts';
import { text } from './schema/common.ts';
import { parseShape, type Report } from './schema/parse-shape.ts';
import type { Path } from './read-yaml.ts';

/**
 * The whole leaf grammar: `fact` · `term.id` · `fact > 1000` · `fact in a, b` · `fact has a`. A bare name with a dot is
 * a term, without one a yes-no fact that must be yes.
 */
const leaf =
  /^(?<name>[A-Za-z][\w-]*(?:\.[\w-]+)*)(?: (?:(?<rel>>=|<=|>|<) (?<n>-?\d+(?:\.\d+)?)|in (?<any>[\w.-]+(?:, ?[\w.-]+)*)|has (?<member>[\w.-]+)))?$/;

const structure = s.object({
  all: s.optional(s.array(s.unknown)),
  any: s.optional(s.array(s.unknown)),
  not: s.optional(s.unknown),
  is: s.optional(s.string),
  unless: s.optional(s.unknown),
  cite: s.optional(s.string),
  label: s.optional(text),
});

type Structure = s.Infer<typeof structure>;

const parseLeaf = (written: string, cite?: string): Cond | undefined => {
  const found = leaf.exec(written.trim())?.groups;
  if (!found?.name) return undefined;
  const { name, rel, n, any, member } = found;
  const cited = cite === undefined ? {} : { cite };
  if (rel !== undefined) return { op: 'test', fact: name, rel: rel as Rel, value: Number(n), ...cited };
  if (any !== undefined) return { op: 'test', fact: name, rel: 'in', value: any.split(',').map((v) => v.trim()), ...cited };
  if (member !== undefined) return { op: 'test', fact: name, rel: 'has', value: member, ...cited };
  return name.includes('.') ? { op: 'term', term: name, ...cited } : { op: 'test', fact: name, rel: 'is', value: true, ...cited };
};

const dressOf = ({ cite, label }: Structure) => ({ ...(cite !== undefined && { cite }), ...(label && { label }) });

const parseKids = (op: 'all' | 'any', written: readonly unknown[], at: Path, report: Report): readonly Cond[] =>
  written.flatMap((kid, i) => parseCondition(kid, [...at, op, i], report) ?? []);

const parseGroup = (shape: Structure, at: Path, report: Report): Cond | undefined => {
  const dress = dressOf(shape);
  if (shape.all) return { op: 'all', of: parseKids('all', shape.all, at, report), ...dress };
  if (shape.any) return { op: 'any', of: parseKids('any', shape.any, at, report), ...dress };
  if (shape.is !== undefined) {
    const inner = parseCondition(shape.is, [...at, 'is'], report, shape.cite);
    return inner && shape.label ? { op: 'all', of: [inner], ...dress } : inner;
  }
  const inner = parseCondition(shape.not, [...at, 'not'], report);
  return inner && { op: 'not', of: inner, ...dress };
};

/**
 * Reads one condition: a leaf, or exactly one of `all`, `any`, `not`, `is` with an optional citation and label. `unless` on a
 * group keeps the exclusion apart: the group holds and the exclusion does not. Undefined when it cannot be read.
 */
export const parseCondition = (written: unknown, at: Path, report: Report, cite?: string): Cond | undefined => {
  if (typeof written === 'string') {
    const cond = parseLeaf(written, cite);
    if (!cond) report(at, 'condition', `"${written}" is not a condition (fact, term.id, fact > 1000, fact in a, b, fact has a)`);
    return cond;
  }
  const shape = parseShape(structure, written, at, report);
  if (!shape) return undefined;
  const heads = (['all', 'any', 'not', 'is'] as const).filter((k) => shape[k] !== undefined);
  if (heads.length !== 1) {
    report(at, 'condition', `a condition has exactly one of all, any, not, is; here: ${heads.join(', ') || 'none'}`);
    return undefined;
  }
  if (shape.unless === undefined) return parseGroup(shape, at, report);
  const { unless, cite: outerCite, label, ...bare } = shape;
  const group = parseGroup(bare, at, report);
  const except = parseCondition(unless, [...at, 'unless'], report);
  return (
    group &&
    except && {
      op: 'all',
      of: [group, { op: 'not', unless: true, of: except }],
      ...dressOf({ ...(outerCite !== undefined && { cite: outerCite }), ...(label && { label }) }),
    }
  );
};

/** The keys of a mapping that make up its condition, so that a term can hold one beside its label. */
export const conditionKeys = ['all', 'any', 'not', 'is', 'unless'] as const;
