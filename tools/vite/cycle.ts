/** Names that lead back to the first of them, by what each imports; none where nothing leads back. */
export function cycleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const follow = (name: string): readonly string[] => {
    const before = way.indexOf(name);
    if (before !== -1) return way.slice(before);
    if (done.has(name)) return [];
    way.push(name);
    for (const next of imports.get(name) ?? []) {
      const cycle = follow(next);
      if (cycle.length > 0) return cycle;
    }
    way.pop();
    done.add(name);
    return [];
  };
  for (const name of imports.keys()) {
    const cycle = follow(name);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
