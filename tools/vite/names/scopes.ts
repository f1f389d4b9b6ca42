import type { Scope, Variable } from 'eslint-scope';

/** A class has its name inside, too, as a variable of its own. */
export function withInside(variable: Variable): readonly Variable[] {
  const classes = variable.defs.filter(({ type }) => type === 'ClassName');
  const inside = classes.flatMap(({ node }) =>
    variable.scope.childScopes
      .filter((scope) => scope.type === 'class' && scope.block === node)
      .flatMap((scope) => scope.set.get(variable.name) ?? []),
  );
  return [variable, ...inside];
}

/** The scopes in which a variable must not be hidden: its own, those that name it, and all between. */
function scopesWith(variable: Variable): ReadonlySet<Scope> {
  const scopes = new Set<Scope>([variable.scope]);
  for (const { from } of withInside(variable).flatMap(({ references }) => references))
    for (let scope: Scope | null = from; scope !== null && !scopes.has(scope); scope = scope.upper)
      scopes.add(scope);
  return scopes;
}

/** What would hide a variable with its new name, or be declared twice. */
export function inTheWay(names: ReadonlyMap<Variable, string>): readonly Variable[] {
  const found = new Set<Variable>();
  for (const [variable, name] of names) {
    for (const scope of scopesWith(variable)) {
      const other = scope.set.get(name);
      if (other !== undefined && !names.has(other)) found.add(other);
    }
  }
  return [...found];
}
