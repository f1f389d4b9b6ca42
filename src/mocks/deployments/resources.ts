import { evaluated, type Scope } from '#src/mocks/deployments/evaluate.ts';
import { placeOf, type Template } from '#src/mocks/deployments/template.ts';
import { TemplateViolation } from '#src/mocks/deployments/violation.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A resource of a template, all expressions evaluated. */
export interface TemplateTarget {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly location: string | null;
  /** What is put at its id: the template's entry without its address and its dependencies. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Ids of those that have to be there first. */
  readonly dependsOn: readonly string[];
}

/**
 * The resources of a template in an order in which each comes after all that it depends on.
 * @throws TemplateViolation where there is none.
 */
export function targetsOf(template: Template, scope: Scope): readonly TemplateTarget[] {
  const all = template.resources.map((resource) => targetOf(template, resource, scope));
  const doubled = all.find((one, index) => all.findIndex(({ id }) => sameId(id, one.id)) !== index);
  if (doubled !== undefined) {
    throw new TemplateViolation(
      `The resource '${doubled.id}' is defined more than once in the template. Please see https://aka.ms/arm-syntax for usage details.`,
    );
  }
  const linked = all.map((one) => ({
    ...one,
    dependsOn: one.dependsOn.map((text) => idMeant(text, all)),
  }));
  return inOrder(linked);
}

function targetOf(
  template: Template,
  resource: Template['resources'][number],
  scope: Scope,
): TemplateTarget {
  const { type, apiVersion, name: written, dependsOn, comments: _comments, ...body } = resource;
  const name = evaluated(written, scope);
  const [provider = '', ...types] = type.split('/');
  const names = typeof name === 'string' ? name.split('/') : [];
  if (names.length !== types.length || names.includes('')) {
    const { line, column } = placeOf(template.text, written);
    throw new TemplateViolation(
      `The template resource '${String(name)}' for type '${type}' at line '${line}' and column '${column}' has incorrect segment lengths. A nested resource type must have identical number of segments as its resource name. A root resource type must have segment length one greater than its resource name. Please see https://aka.ms/arm-syntax-resources for usage details.`,
    );
  }
  const path = types.map((one, index) => `${one}/${names[index] ?? ''}`).join('/');
  const whole = evaluated(body, scope);
  const entries = typeof whole === 'object' && whole !== null ? Object.entries(whole) : [];
  const location: unknown = entries.find(([key]) => key === 'location')?.[1];
  return {
    id: `${groupId(scope.group)}/providers/${provider}/${path}`,
    type,
    name: names.join('/'),
    apiVersion,
    location: typeof location === 'string' ? location : null,
    body: Object.fromEntries(entries),
    dependsOn: (dependsOn ?? []).map((one) => String(evaluated(one, scope))),
  };
}

/** A dependency is named by its id, or by its name alone (ARM's template reference). */
function idMeant(text: string, all: readonly TemplateTarget[]): string {
  const meant = all.find(({ id, name, type }) =>
    [id, name, `${type}/${name}`].some((one) => sameId(one, text)),
  );
  if (meant === undefined) {
    throw new TemplateViolation(
      `The resource '${text}' is not defined in the template. Please see https://aka.ms/arm-syntax for usage details.`,
    );
  }
  return meant.id;
}

function inOrder(all: readonly TemplateTarget[]): readonly TemplateTarget[] {
  const done: TemplateTarget[] = [];
  let left = all;
  while (left.length > 0) {
    const ready = left.filter(({ dependsOn }) =>
      dependsOn.every((id) => done.some((one) => sameId(one.id, id))),
    );
    if (ready.length === 0) {
      throw new TemplateViolation(
        `Circular dependency detected on resource: '${left[0]?.id ?? ''}'. Please see https://aka.ms/arm-syntax-resources for usage details.`,
      );
    }
    done.push(...ready);
    left = left.filter((one) => !ready.includes(one));
  }
  return done;
}
