/** A reduced ordered binary decision diagram: 0 is false, 1 is true, the rest are nodes of the store they came from. */
export type Bdd = number;

export type BddStore = {
  /** The diagram of one variable; variables are ordered by first mention. */
  readonly variable: (name: string) => Bdd;
  readonly not: (f: Bdd) => Bdd;
  readonly and: (...fs: readonly Bdd[]) => Bdd;
  readonly or: (...fs: readonly Bdd[]) => Bdd;
  readonly implies: (f: Bdd, g: Bdd) => Bdd;
  readonly xor: (f: Bdd, g: Bdd) => Bdd;
  /** The diagram with some variables fixed. */
  readonly restrict: (f: Bdd, fixed: ReadonlyMap<string, boolean>) => Bdd;
  /** Whether it can still be true with some variables fixed. Builds nothing, so it is cheap on a large diagram. */
  readonly allows: (f: Bdd, fixed: ReadonlyMap<string, boolean>) => boolean;
  /** The variables it depends on. */
  readonly support: (f: Bdd) => ReadonlySet<string>;
  /** True where some value of the other variables makes it true: what it says about these variables alone. */
  readonly project: (f: Bdd, keep: ReadonlySet<string>) => Bdd;
  /** One assignment that makes it true; variables that do not matter are left out. Undefined where there is none. */
  readonly witness: (f: Bdd) => ReadonlyMap<string, boolean> | undefined;
  readonly size: () => number;
};

const last = Number.MAX_SAFE_INTEGER;

/** An empty store. Equal functions of one store are the same number, so equivalence is `===`. */
export const makeBddStore = (): BddStore => {
  const level: number[] = [last, last];
  const low: Bdd[] = [0, 1];
  const high: Bdd[] = [0, 1];
  const names: string[] = [];
  const levelOf = new Map<string, number>();
  const unique = new Map<string, Bdd>();
  const computed = new Map<string, Bdd>();

  const node = (at: number, lo: Bdd, hi: Bdd): Bdd => {
    if (lo === hi) return lo;
    const key = `${at},${lo},${hi}`;
    const known = unique.get(key);
    if (known !== undefined) return known;
    level.push(at);
    low.push(lo);
    high.push(hi);
    unique.set(key, level.length - 1);
    return level.length - 1;
  };

  const cofactor = (f: Bdd, at: number, side: readonly Bdd[]): Bdd => (level[f] === at ? (side[f] as Bdd) : f);

  /** If f then g else h: the one operation all others are written in. */
  const ite = (f: Bdd, g: Bdd, h: Bdd): Bdd => {
    if (f === 1 || g === h) return g;
    if (f === 0) return h;
    if (g === 1 && h === 0) return f;
    const key = `${f},${g},${h}`;
    const known = computed.get(key);
    if (known !== undefined) return known;
    const at = Math.min(level[f] as number, level[g] as number, level[h] as number);
    const lo = ite(cofactor(f, at, low), cofactor(g, at, low), cofactor(h, at, low));
    const hi = ite(cofactor(f, at, high), cofactor(g, at, high), cofactor(h, at, high));
    const made = node(at, lo, hi);
    computed.set(key, made);
    return made;
  };

  const variable = (name: string): Bdd => {
    const at = levelOf.get(name) ?? names.push(name) - 1;
    levelOf.set(name, at);
    return node(at, 0, 1);
  };

  const restrict = (f: Bdd, fixed: ReadonlyMap<string, boolean>, seen = new Map<Bdd, Bdd>()): Bdd => {
    if (f < 2) return f;
    const known = seen.get(f);
    if (known !== undefined) return known;
    const at = level[f] as number;
    const value = fixed.get(names[at] as string);
    const lo = value === true ? 0 : restrict(low[f] as Bdd, fixed, seen);
    const hi = value === false ? 0 : restrict(high[f] as Bdd, fixed, seen);
    const made = value === undefined ? node(at, lo, hi) : value ? hi : lo;
    seen.set(f, made);
    return made;
  };

  const allows = (f: Bdd, fixed: ReadonlyMap<string, boolean>): boolean => {
    const seen = new Set<Bdd>();
    const reachesTrue = (at: Bdd): boolean => {
      if (at < 2) return at === 1;
      if (seen.has(at)) return false;
      seen.add(at);
      const value = fixed.get(names[level[at] as number] as string);
      return (value !== false && reachesTrue(high[at] as Bdd)) || (value !== true && reachesTrue(low[at] as Bdd));
    };
    return reachesTrue(f);
  };

  const witness = (f: Bdd): ReadonlyMap<string, boolean> | undefined => {
    if (f === 0) return undefined;
    const found = new Map<string, boolean>();
    for (let at = f; at > 1; ) {
      const up = low[at] === 0;
      found.set(names[level[at] as number] as string, up);
      at = (up ? high[at] : low[at]) as Bdd;
    }
    return found;
  };

  const support = (f: Bdd): ReadonlySet<string> => {
    const found = new Set<string>();
    const seen = new Set<Bdd>([0, 1]);
    const visit = (at: Bdd): void => {
      if (seen.has(at)) return;
      seen.add(at);
      found.add(names[level[at] as number] as string);
      visit(low[at] as Bdd);
      visit(high[at] as Bdd);
    };
    visit(f);
    return found;
  };

  const project = (f: Bdd, keep: ReadonlySet<string>, seen = new Map<Bdd, Bdd>()): Bdd => {
    if (f < 2) return f;
    const known = seen.get(f);
    if (known !== undefined) return known;
    const [lo, hi] = [project(low[f] as Bdd, keep, seen), project(high[f] as Bdd, keep, seen)];
    const at = level[f] as number;
    const made = keep.has(names[at] as string) ? node(at, lo, hi) : ite(lo, 1, hi);
    seen.set(f, made);
    return made;
  };

  const not = (f: Bdd): Bdd => ite(f, 0, 1);
  return {
    variable,
    not,
    and: (...fs) => fs.reduce((a, b) => ite(a, b, 0), 1),
    or: (...fs) => fs.reduce((a, b) => ite(a, 1, b), 0),
    implies: (f, g) => ite(f, g, 1),
    xor: (f, g) => ite(f, not(g), g),
    restrict: (f, fixed) => restrict(f, fixed),
    allows,
    support,
    project: (f, keep) => project(f, keep),
    witness,
    size: () => level.length,
  };
};
