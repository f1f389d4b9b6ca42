/**
 * Names of virtual machines that Azure refuses. The documents have no rule of their own (rules.md,
 * G-16): these are Compute's general ones, and every line here is a guess (G). Reserved words bind only
 * resources with an address of their own, so they are taken.
 */

/** Why a name is refused, or null. */
export function refusedName(name: string): string | null {
  if (name.length < 1 || name.length > 64) {
    return `The virtual machine name '${name}' must have 1 to 64 characters.`;
  }
  if (!/^[A-Za-z0-9._-]+$/.test(name)) {
    return `The virtual machine name '${name}' may have letters, digits, '.', '_' and '-' only.`;
  }
  const [first = '', last = ''] = [name[0], name.at(-1)];
  return '._-'.includes(first) || '.-'.includes(last)
    ? `The virtual machine name '${name}' must begin with a letter or digit, and not end in '.' or '-'.`
    : null;
}
