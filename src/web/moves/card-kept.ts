/** Someone to call, as the pages show them. */
export type CardContact = { readonly id: string; readonly role: string; readonly name: string; readonly phone: string };

export type CardValues = {
  readonly name: string;
  /** A value of `headOfficePrefecture`; empty while nobody said. Cards kept before it was asked have none. */
  readonly prefecture?: string;
  readonly contacts: readonly CardContact[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
};

/** The card as this browser keeps it for its pages: what the organisation's log says, and what waits for the first contact with the server. */
export type CardKept = { readonly seq: number; readonly values: CardValues; readonly draft?: CardValues };

const key = 'shodo.card';

/** Undefined where nothing is kept, or the browser gives nothing. */
export const readCard = (): CardKept | undefined => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** False where the browser keeps nothing. */
export const writeCard = (kept: CardKept): boolean => {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
};
