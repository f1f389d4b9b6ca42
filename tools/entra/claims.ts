/** Whether a claims parameter asks for all that a challenge names; the library adds its own to it. */
export function holdsClaims(claims: string, challenge: string | null): boolean {
  return challenge === null || holds(parsed(claims), parsed(challenge));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function holds(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return whole === part;
  if (typeof whole !== 'object' || whole === null) return false;
  const values = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([name, value]) => holds(values.get(name), value));
}
