import * as z from 'zod/mini';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { parseResourceId, resourceGroupId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import {
  deployMutation,
  type TemplateVerdict,
  judgeMutation,
  signatureFor,
  type ToJudge,
} from '#src/api/queries/deployments.ts';
import { problemOf, readOther } from '#src/api/queries/query.ts';
import { useWrite } from '#src/api/queries/use-write.ts';
import { deploymentId } from '#src/api/resources/deployments.ts';
import { resourceGroupsQuery } from '#src/api/resources/places.ts';
import { rejectionOf } from '#src/api/resources/template-verdict.ts';
import { storageAccountsQuery } from '#src/api/storage-accounts.ts';
import { nextName, noteOutcome, noteSent } from '#src/datasources/azure-vm/deploy/attempts.ts';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template.ts';
import { isCut } from '#src/lib/list.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { secondaryJobOf } from '#src/model/jobs.ts';
import type { ResourceGroup, StorageAccount } from '#src/model/places.ts';
import type { Problem } from '#src/model/problem.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import {
  checkedValues,
  type CheckedValues,
  initialText,
  type ValueProblem,
} from '#src/model/template-values.ts';
import { readTemplate, type ReadTemplate, type TemplateParameter } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';
import { focusField } from '#src/ui/dom.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { sentText } from '#src/wizard/draft/sent.ts';

/** Unknown: only a template that was read has lines. */
const UNSEEN = { line: 0, column: 0 } as const;

const knownParameter = (name: string, isRequired = false): TemplateParameter => ({
  name,
  type: 'string',
  fallback: isRequired ? { kind: 'none' } : { kind: 'expression', text: '' },
  allowed: null,
  description: null,
  place: UNSEEN,
});

/**
 * What is known of a template that this page has not read: the parameters of those that the backup
 * service makes (aftercare §1.4, seen in a real deployment). Azure has the last word.
 */
export const UNREAD_TEMPLATE: ReadTemplate = {
  template: null,
  parameters: [
    knownParameter('virtualMachineName', true),
    knownParameter('virtualNetwork'),
    knownParameter('virtualNetworkResourceGroup'),
    knownParameter('subnet'),
    knownParameter('osDiskName'),
    knownParameter('networkInterfacePrefixName'),
    knownParameter('publicIpAddressName'),
  ],
  resources: [],
  problems: [],
};

/** Who reads the template. */
export const READERS = ['azure', 'page', 'file'] as const;
export type TemplateReader = (typeof READERS)[number];

/** What a person has chosen and typed to deploy the template of a job. */
export interface DeployValues {
  readonly reader: TemplateReader;
  /** The text of the template, as it was read or edited; null: this page has none. */
  readonly text: string | null;
  /** Name of the resource group; null: as the job names it. */
  readonly group: string | null;
  /** What was typed for parameters, by their names: it stays when the template becomes another one. */
  readonly typed: readonly (readonly [name: string, text: string])[];
}

export const NO_VALUES: DeployValues = { reader: 'azure', text: null, group: null, typed: [] };

/** The text that was read last: each render asks for it, and megabytes take long to read. */
let latest = { text: '', read: readTemplate('') };

/** The template that the form is made from. One that Azure reads itself is known by its parameters alone. */
export function templateIn({ reader, text }: Pick<DeployValues, 'reader' | 'text'>): ReadTemplate {
  if (reader === 'azure' || text === null) return UNREAD_TEMPLATE;
  if (latest.text !== text) latest = { text, read: readTemplate(text) };
  return latest.read;
}

/** The text that the field of a parameter shows. */
export function typedText({ typed }: DeployValues, parameter: TemplateParameter): string {
  const own = typed.find(([name]) => sameId(name, parameter.name));
  return own === undefined ? initialText(parameter) : own[1];
}

/** The same values with other texts for some parameters. */
export function withTyped(
  { typed }: DeployValues,
  texts: Readonly<Record<string, string>>,
): Pick<DeployValues, 'typed'> {
  const names = Object.keys(texts);
  return {
    typed: [
      ...typed.filter(([name]) => !names.some((one) => sameId(one, name))),
      ...Object.entries(texts),
    ],
  };
}

/** What keeps a deployment from being sent. */
export interface MissingValues {
  readonly kind: 'missing';
  /** The text is no JSON object, so that there is nothing to send. */
  readonly isTextBroken: boolean;
  readonly isGroupMissing: boolean;
  /** By the names of parameters. */
  readonly problems: Readonly<Record<string, ValueProblem>>;
}

/** What is sent for the parameters, or what keeps it from being sent. */
export function checkedForm(
  values: DeployValues,
  group: string,
): Extract<CheckedValues, { kind: 'values' }> | MissingValues {
  const read = templateIn(values);
  const texts = read.parameters.map((one) => [one.name, typedText(values, one)] as const);
  const checked = checkedValues(read.parameters, Object.fromEntries(texts));
  const isTextBroken = values.reader !== 'azure' && read.template === null;
  const isGroupMissing = group.trim() === '';
  if (checked.kind === 'values' && !isTextBroken && !isGroupMissing) return checked;
  const problems = checked.kind === 'problems' ? checked.problems : {};
  return { kind: 'missing', isTextBroken, isGroupMissing, problems };
}

/** What two validations differ in: of a template that Azure reads itself, its text is none of it. */
export const deployKey = ({ reader, text, typed }: DeployValues, group: string): string =>
  JSON.stringify([
    reader === 'azure' ? null : text,
    group,
    typed.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);

const valuesShape: z.ZodMiniType<DeployValues> = z.object({
  reader: z.enum(READERS),
  text: z.nullable(z.string()),
  group: z.nullable(z.string()),
  typed: z.array(z.tuple([z.string(), z.string()])),
});

/** Characters of a template that are stored: a longer one would take the room of drafts. */
export const MOST_STORED = 400_000;

const stored = storedValues('deploy.', valuesShape);

/** Names of secure parameters that a job’s template has or had: it may be unreadable between two key presses. */
const secureNames = new Map<string, ReadonlySet<string>>();
onNewVisit(() => secureNames.clear());

/** What was typed for a job's template, also before a reload. The same object until it changes. */
export const formOf = (jobId: string): DeployValues =>
  stored.read(jobId.toLowerCase()) ?? NO_VALUES;

/** Changes it, and stores what may be stored. */
export function changeForm(jobId: string, change: Partial<DeployValues>): void {
  const name = jobId.toLowerCase();
  const values = { ...formOf(jobId), ...change };
  const secure = new Set([...(secureNames.get(name) ?? []), ...secureIn(values)]);
  secureNames.set(name, secure);
  stored.write(name, values, storable(values, secure));
}

/** Calls back after every change, also by another tab. Returns the way to stop. */
export const onForms = stored.listen;

/** Names of the secure parameters of a template, in lower case. */
const secureIn = (values: DeployValues): readonly string[] =>
  templateIn(values)
    .parameters.filter(({ type }) => type.startsWith('secure'))
    .map(({ name }) => name.toLowerCase());

/** What is stored: no value of a secure parameter, and no text that is too long. */
const storable = (values: DeployValues, secure: ReadonlySet<string>): DeployValues => ({
  ...values,
  text: isTooLong(values.text) ? null : values.text,
  typed: values.typed.filter(([name]) => !secure.has(name.toLowerCase())),
});

/** Whether a template is gone after a reload. */
export const isTooLong = (text: string | null): boolean => (text?.length ?? 0) > MOST_STORED;

/** Ids of the controls to which a problem leads. */
export const GROUP_ID = 'deploy-group';
export const TEXT_ID = 'deploy-template-text';

/** The control of a parameter, by its place among the template’s. */
export const fieldId = (index: number): string => `deploy-parameter-${String(index)}`;

/** Puts the focus on the first field with a problem. */
export function leadToProblem(values: DeployValues, missing: MissingValues): void {
  const { isTextBroken, isGroupMissing, problems } = missing;
  const { parameters } = templateIn(values);
  const first = parameters.findIndex(({ name }) => Object.hasOwn(problems, name));
  if (isTextBroken) focusField(TEXT_ID);
  else focusField(isGroupMissing ? GROUP_ID : fieldId(first));
}

/** Where a template is deployed, as far as it is known. */
export interface DeployPlace {
  readonly subscriptionId: string;
  /** Of the disks; null: not known. */
  readonly region: string | null;
  readonly isSecondary: boolean;
  /** Null: they can’t be listed, so that a name is typed. */
  readonly groups: readonly ResourceGroup[] | null;
  /** The staging storage account; undefined: not read yet, or the list is cut; null: not in the subscription. */
  readonly account: StorageAccount | null | undefined;
}

/**
 * The place of a job’s disks. The staging storage account is in the region that the disks are restored
 * to (document 000, Restore Azure VMs), and a secondary region is in the job’s own id.
 */
export function usePlace(jobId: string, { place }: LeftTemplate): DeployPlace {
  const subscriptionId = subscriptionOf(jobId);
  const groups = useQuery(resourceGroupsQuery(subscriptionId));
  const { data: accounts } = useQuery(storageAccountsQuery(subscriptionId));
  const found = accounts?.find(({ name }) => sameId(name, place.account));
  const isListed = accounts !== undefined && !isCut(accounts);
  const secondary = secondaryJobOf(jobId)?.place.region ?? null;
  return {
    subscriptionId,
    region: secondary ?? found?.region ?? null,
    isSecondary: secondary !== null,
    groups: groups.data ?? (groups.error === null ? [] : null),
    account: found ?? (isListed ? null : undefined),
  };
}

/** The subscription restored to: of a restore that another browser sent, the vault’s. */
const subscriptionOf = (jobId: string): string =>
  sentText(draftOfJob(jobId), 'subscription') ??
  parseResourceId(vaultIdOf(jobId) ?? '')?.subscriptionId ??
  '';

/** What is to be judged or started, in a resource group by its name. */
export interface WantedDeployment extends Pick<ToJudge, 'order' | 'key'> {
  readonly group: string;
}

/** What can be sent; or what keeps it from that. */
type Order = { readonly kind: 'wanted'; readonly wanted: WantedDeployment } | MissingValues;

/** Makes the deployment of what was typed. A signature is made only when it is sent. */
export function useOrder({ place, address }: LeftTemplate, { subscriptionId }: DeployPlace) {
  const client = useQueryClient();
  return (values: DeployValues, group: string): Order => {
    const checked = checkedForm(values, group);
    if (checked.kind === 'missing') return checked;
    const { template } = templateIn(values);
    const order: WantedDeployment['order'] = async () => {
      if (values.reader !== 'azure') {
        return { source: { kind: 'text', template }, values: checked.values };
      }
      const accounts = await readOther(client, storageAccountsQuery(subscriptionId));
      const account = accounts.find(({ name }) => sameId(name, place.account));
      if (account === undefined) throw new Error(deploy.noAccount(place.account));
      // Nothing that a key signs is read there: it isn't even asked for.
      if (!account.allowsSharedKey) throw new Error(deploy.trouble.keyAccess);
      const signature = await signatureFor(account.id, place);
      return { source: { kind: 'link', uri: address, signature }, values: checked.values };
    };
    return {
      kind: 'wanted',
      wanted: { group: group.trim(), order, key: deployKey(values, group) },
    };
  };
}

export interface Deploying {
  readonly judge: (wanted: WantedDeployment) => void;
  readonly isJudging: boolean;
  /** What Azure reports, and for which values; null: nothing was sent yet. */
  readonly judged: { readonly outcome: TemplateVerdict; readonly key: string } | null;
  readonly start: (wanted: WantedDeployment) => void;
  readonly isStarting: boolean;
  /** Whether this page has started one. */
  readonly hasStarted: boolean;
  /** Why the last request brought nothing; null: it did. */
  readonly problem: Problem | null;
}

/** Has Azure judge deployments of a job’s template, and starts them. */
export function useDeploy(jobId: ResourceId): Deploying {
  const judging = useWrite(judgeMutation(jobId));
  const starting = useWrite(deployMutation(jobId));
  const groupIdOf = (group: string) => resourceGroupId(subscriptionOf(jobId), group);
  const refused = starting.error === null ? null : rejectionOf(starting.error);
  const outcome = refused ?? judging.data ?? null;
  const error = judging.error ?? (refused === null ? starting.error : null);
  const judge = ({ group, order, key }: WantedDeployment): void => {
    starting.reset();
    judging.mutate({ id: deploymentId(groupIdOf(group), nextName(jobId, [])), order, key });
  };
  const start = ({ group, order }: WantedDeployment): void =>
    starting.mutate({
      groupId: groupIdOf(group),
      order,
      nameBeside: (taken) => nextName(jobId, taken),
      onSend: (id) => noteSent(jobId, id),
      onOutcome: (id, state) => noteOutcome(jobId, id, state),
    });
  return {
    judge,
    isJudging: judging.isPending,
    judged: outcome === null ? null : { outcome, key: judging.variables?.key ?? '' },
    start,
    isStarting: starting.isPending,
    hasStarted: starting.isSuccess,
    problem: error === null ? null : problemOf(error),
  };
}
