/** How one fact is told. */
export type FactWords = {
  /** What it is about, for a fact that is not known. */
  about: string;
  say: (value: unknown) => string;
};

/** A fact that holds or not. */
export function yesNo(about: string, yes: string, no: string): FactWords {
  return { about, say: (value) => (value === true ? yes : no) };
}

/** A fact with a value of its own: "Disk encryption is …". `none` is said when there is known to be none. */
export function valued(
  about: string,
  lead: string,
  words: Readonly<Record<string, string>> = {},
  none = `${lead} none`,
): FactWords {
  return {
    about,
    say: (value) => {
      if (value === null || value === '') return none;
      const text = plain(value);
      return `${lead} ${words[text] ?? text}`;
    },
  };
}

/** A number of things: "The machine has 2 disks". */
export function counted(about: string, lead: string, one: string, many: string): FactWords {
  return { about, say: (value) => `${lead} ${plain(value)} ${value === 1 ? one : many}` };
}

/** Names; they are spelled out while they are few. */
export function named(about: string, lead: string): FactWords {
  return {
    about,
    say: (value) => {
      const names = Array.isArray(value) ? value.map(plain) : [];
      if (names.length === 0) return `${lead}: none`;
      return names.length <= FEW
        ? `${lead}: ${names.join(', ')}`
        : `${lead}: ${String(names.length)} of them`;
    },
  };
}

const FEW = 4;

/** A value that has no words of its own; of a resource's id its name, which is what people know. */
export function plain(value: unknown): string {
  if (typeof value === 'string')
    return /^\/subscriptions\//i.test(value) ? value.slice(value.lastIndexOf('/') + 1) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value) ?? '';
}
