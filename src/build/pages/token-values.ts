/** The custom properties of a token file, by name. */
const readTokens = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));

/**
 * A `:root` rule with exactly those tokens that a stylesheet uses and does not define itself.
 * A name that neither knows is an error of the stylesheet: it throws.
 */
export const pickTokens = (css: string, tokenFile: string): string => {
  const tokens = readTokens(tokenFile);
  const own = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const used = [...new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name))].filter((name) => !own.has(name)).sort();
  const lines = used.map((name) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`The stylesheet uses ${name}, which is no token.`);
    return `${name}:${value}`;
  });
  return `:root{${lines.join(';')}}`;
};
