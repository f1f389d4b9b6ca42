/** Whether a scope is another one or lies in it: what is given there reaches here. */
export function isWithin(scope: string, outer: string): boolean {
  const [inside, outside] = [scope.toLowerCase(), outer.toLowerCase()];
  return inside === outside || inside.startsWith(`${outside}/`);
}
