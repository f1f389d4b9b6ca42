import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { readLink } from '#src/mocks/deployments/link.ts';
import { echoOf, givenShape, parameterValues } from '#src/mocks/deployments/parameters.ts';
import { type Step, stepsOfOrder } from '#src/mocks/deployments/plan.ts';
import { refuseBefore } from '#src/mocks/deployments/preflight.ts';
import { targetsOf, type TemplateTarget } from '#src/mocks/deployments/resources.ts';
import { readTemplate, type Template } from '#src/mocks/deployments/template.ts';
import {
  invalidContent,
  invalidTemplate,
  TemplateViolation,
} from '#src/mocks/deployments/violation.ts';
import type { WriteResource } from '#src/mocks/deployments/writing.ts';
import { groupNotFound } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { groupIn } from '#src/mocks/resource-lists.ts';
import { type Answer, type Call, param } from '#src/mocks/service.ts';
import { guidFrom, hash32, hexFrom } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import type { GroupSeed } from '#src/mocks/world/seed.ts';

/** A deployment that can start, and all that comes of it. */
export interface Prepared {
  readonly deploymentId: string;
  readonly group: GroupSeed;
  readonly targets: readonly TemplateTarget[];
  readonly steps: readonly Step[];
  readonly correlationId: string;
  /** What every answer says of it. */
  readonly echo: Readonly<Record<string, unknown>>;
}

type Outcome<Value> = Value | { readonly refusal: Answer };

const bodyShape = z.object({
  properties: z.object({
    mode: z.enum(['Incremental', 'Complete']),
    template: maybe(z.unknown()),
    templateLink: maybe(z.object({ uri: z.string(), queryString: maybe(z.string()) })),
    parameters: maybe(z.record(z.string(), z.unknown())),
  }),
});
type Wanted = z.infer<typeof bodyShape>['properties'];

/** The id of the deployment that the path names. */
export const deploymentIn = (call: Call): string =>
  `${groupIn(call)}/providers/Microsoft.Resources/deployments/${param(call, 'deployment')}`;

/** Judges a request for a deployment, and decides all that will come of it. */
export function prepare(call: Call, write: WriteResource): Outcome<Prepared> {
  const group = findGroup(call.state, groupIn(call));
  if (group === undefined) return { refusal: groupNotFound(param(call, 'rg')) };
  const wanted = wantedIn(call);
  if ('refusal' in wanted) return wanted;
  const source = sourceOf(call, wanted);
  if ('refusal' in source) return source;
  try {
    const template = readTemplate(source.value, source.text);
    return prepared(call, { group, template, wanted }, write);
  } catch (error) {
    if (error instanceof TemplateViolation) return { refusal: invalidTemplate(error) };
    throw error;
  }
}

function wantedIn({ request }: Call): Outcome<Wanted> {
  const parsed = bodyShape.safeParse(parseJson(request.body));
  if (!parsed.success) {
    const path = (parsed.error.issues[0]?.path ?? []).map(String).join('.');
    return { refusal: invalidContent(`The value at '${path}' is missing or not valid.`) };
  }
  const { properties } = parsed.data;
  const { template, templateLink, parameters, mode } = properties;
  if ((template ?? null) === null && (templateLink ?? null) === null) {
    return { refusal: invalidContent('A template or a template link is required.') };
  }
  if ((template ?? null) !== null && (templateLink ?? null) !== null) {
    return { refusal: invalidContent('A template and a template link exclude each other.') };
  }
  // Only the inside of a parameters file is allowed (aftercare §1.6, I).
  const notAValue = Object.entries(parameters ?? {}).find(
    ([, value]) => typeof value !== 'object' || value === null,
  );
  if (notAValue !== undefined) {
    return {
      refusal: invalidContent(
        `Error converting value to type 'DeploymentParameterDefinition'. Path 'properties.parameters.${notAValue[0]}'.`,
      ),
    };
  }
  // What is not in the template would be deleted, which this world cannot do to all of a group.
  return mode === 'Complete'
    ? { refusal: invalidContent("The deployment mode 'Complete' is not supported here.") }
    : properties;
}

function sourceOf(
  call: Call,
  { template, templateLink }: Wanted,
): Outcome<{ readonly value: unknown; readonly text: string }> {
  if (templateLink === null || templateLink === undefined) {
    return { value: template, text: JSON.stringify(template, null, 2) };
  }
  const linked = readLink(call, templateLink);
  return linked.kind === 'refused' ? { refusal: linked.answer } : linked;
}

interface Source {
  readonly group: GroupSeed;
  readonly template: Template;
  readonly wanted: Wanted;
}

function prepared(
  call: Call,
  { group, template, wanted }: Source,
  write: WriteResource,
): Outcome<Prepared> {
  const deploymentId = deploymentIn(call);
  const given = givenShape.parse(wanted.parameters ?? {});
  const values = parameterValues(template, given, group);
  const variables = new Map(
    Object.entries(template.variables ?? {}).map(([name, one]) => [name.toLowerCase(), one]),
  );
  const targets = targetsOf(template, { group, parameters: values, variables });
  const { stored, now } = call;
  const steps = stepsOfOrder({ stored, now, deploymentId, targets }, write);
  const refusal = refuseBefore(param(call, 'deployment'), steps);
  if (refusal !== null) return { refusal };
  const link = wanted.templateLink;
  const echo = {
    // The query string is a secret: whether Azure repeats it is not known (A), here it does not.
    ...(link === null || link === undefined
      ? {}
      : { templateLink: { uri: link.uri, contentVersion: template.contentVersion } }),
    templateHash: String(BigInt(`0x${hexFrom(template.text, 15)}`)),
    parameters: echoOf(template, values),
    mode: wanted.mode,
    providers: providersOf(targets),
    dependencies: dependenciesOf(targets),
  };
  const correlationId = guidFrom(
    `correlation:${deploymentId}:${now}:${hash32(call.request.requestId)}`,
  );
  return { deploymentId, group, targets, steps, correlationId, echo };
}

const typeIn = ({ type }: TemplateTarget) => {
  const [namespace = '', ...types] = type.split('/');
  return { namespace, resourceType: types.join('/') };
};

function providersOf(targets: readonly TemplateTarget[]): unknown[] {
  const spaces = Map.groupBy(targets, (one) => typeIn(one).namespace);
  return [...spaces].map(([namespace, own]) => ({
    namespace,
    resourceTypes: [...Map.groupBy(own, (one) => typeIn(one).resourceType)].map(
      ([resourceType, same]) => ({
        resourceType,
        locations: [...new Set(same.map(({ location }) => location))],
      }),
    ),
  }));
}

function dependenciesOf(targets: readonly TemplateTarget[]): unknown[] {
  const refOf = ({ id, type, name }: TemplateTarget) => ({
    id,
    resourceType: type,
    resourceName: name,
  });
  return targets
    .filter(({ dependsOn }) => dependsOn.length > 0)
    .map((target) => ({
      dependsOn: targets.filter(({ id }) => target.dependsOn.includes(id)).map(refOf),
      ...refOf(target),
    }));
}
