import {
  type Node,
  type ParseError,
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as z from 'zod/mini';
import { type Example, withValueAt } from '#src/rules/baseline.ts';
import { type Given, inputOf } from '#src/rules/cases/case.ts';
import { catalogue, evaluate } from '#src/rules/catalogue.ts';
import { type ListName, type VerdictLists, verdictLists } from '#src/rules/engine.ts';
import type { Choices } from '#src/rules/fields.ts';

/** What is wrong with a file, and on which of its lines (from 1). */
export interface FileProblem {
  readonly line: number;
  readonly message: string;
}

/** The cases that can be evaluated, in their order, and what is wrong with the others. */
export interface CaseFile {
  readonly cases: readonly FileCase[];
  readonly problems: readonly FileProblem[];
}

/** Reads the text of a case file: a problem costs the case that has it, and all problems are reported. */
export function readCaseFile(text: string): CaseFile {
  if (text.trim() === '')
    return { cases: [], problems: [{ line: 1, message: 'The file is empty.' }] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  if (tree === undefined || errors.length > 0) {
    const problems = errors.map(({ error, offset }) => ({
      line: lineAt(offset),
      message: `This is no JSON: ${printParseErrorCode(error)}.`,
    }));
    return { cases: [], problems };
  }
  const read = z.array(caseSchema).safeParse(JSON.parse(text), { reportInput: true });
  const issues = read.error?.issues ?? [];
  const problems = issues.flatMap((issue) =>
    sentenceOf(issue).map(({ path, message }) => ({
      line: lineAt(nodeOf(tree, path).offset),
      message: `${placeOf(tree, path)}${message}`,
    })),
  );
  const elements: unknown = JSON.parse(text);
  const sound = (Array.isArray(elements) ? elements : []).flatMap((element: unknown) => {
    const { data } = caseSchema.safeParse(element);
    return data === undefined ? [] : [data];
  });
  // Which of two cases is meant isn't known, so neither is evaluated.
  const twice = repeatedIds(elements);
  return {
    cases: sound.filter(({ id }) => !twice.has(id)),
    problems: [
      ...problems,
      ...[...twice].flatMap(([id, places]) => {
        const lines = places.map((at) => lineAt(nodeOf(tree, [at, 'id']).offset));
        return lines.map((line, nth) => ({
          line,
          message: `Case ${id}: Its ID is on line ${lines.filter((_, other) => other !== nth).join(', ')} too, so each case with it is left out.`,
        }));
      }),
    ],
  };
}

/** The places of each ID that more than one case has, faulty cases among them. */
function repeatedIds(elements: unknown): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, element] of (Array.isArray(elements) ? elements : []).entries()) {
    const { data } = idSchema.safeParse(element);
    if (data !== undefined) places.set(data.id, [...(places.get(data.id) ?? []), at]);
  }
  return new Map([...places].filter(([, { length }]) => length > 1));
}

type Path = readonly (string | number)[];

/** The deepest thing on the way to a path that is there; a property counts from its name. */
function nodeOf(tree: Node, path: Path): Node {
  const node = findNodeAtLocation(tree, [...path]);
  if (node === undefined) return path.length === 0 ? tree : nodeOf(tree, path.slice(0, -1));
  return node.parent?.type === 'property' ? node.parent : node;
}

/** Which case it is in, by its id where it has one. */
function placeOf(tree: Node, [at]: Path): string {
  if (typeof at !== 'number') return '';
  const id: unknown = findNodeAtLocation(tree, [at, 'id'])?.value;
  return `Case ${typeof id === 'string' ? id : String(at + 1)}: `;
}

/** Where something is wrong, and what. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** An issue in words, one sentence for each thing that is wrong. */
function sentenceOf(issue: Issue): Problem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const name = path.slice(1).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `${[...path.slice(1), key].join('.')} is not a key of this form.`,
      }));
    case 'invalid_value':
      return [{ path, message: `${name} ${notAmong(issue)}` }];
    case 'invalid_type':
      return [
        { path, message: `${name === '' ? 'It' : name} must be ${article(issue.expected)}.` },
      ];
    default:
      return [{ path, message: `${name}: ${issue.message}` }];
  }
}

/** Maximum number of values that a message lists; of more, it says only that it is none of them. */
const FEW = 8;

function notAmong({ values, input }: z.core.$ZodIssueInvalidValue): string {
  const given = `is ${JSON.stringify(input) ?? 'missing'}`;
  return values.length <= FEW
    ? `${given}, and must be one of ${values.map(String).join(', ')}.`
    : `${given}, which is not known here.`;
}

/** The words of a type that a form asks for. */
function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** What the catalogue says of a case as given: nothing cleared, nothing filled in. */
export function evaluateCase(example: FileCase): { readonly id: string } & VerdictLists {
  const { given = {}, when = {}, unknown = [] } = example;
  const known: Example = inputOf({ given, when });
  const { facts, choices } = unknown.reduce(
    (left, name) => withValueAt(left, name, undefined),
    known,
  );
  return { id: example.id, ...verdictLists(evaluate(facts, choices)) };
}

/** What the values of facts and choices are made of; any of them may be left out. */
const yesNo = z.optional(z.boolean());
const text = z.optional(z.string());
const orNone = z.optional(z.nullable(z.string()));
const count = z.optional(z.number().check(z.nonnegative()));
const names = z.optional(z.array(z.string()));

/** How disks are encrypted. */
const encryption = z.optional(z.enum(['none', 'ADE', 'SSE-PMK', 'SSE-CMK', 'SSE-PMK+CMK']));

/** The setting of a vault for restores to other subscriptions. */
const csrState = z.optional(z.nullable(z.enum(['enabled', 'disabled', 'permanentlyDisabled'])));

const vm = z.strictObject({
  id: text,
  name: text,
  resourceGroup: text,
  exists: yesNo,
  isProtectionStopped: yesNo,
  deployment: z.optional(z.enum(['arm', 'classic'])),
  isManaged: yesNo,
  encryption,
  isPremium: yesNo,
  size: text,
  zone: orNone,
  region: text,
  osType: z.optional(z.enum(['Windows', 'Linux'])),
  isGeneralized: yesNo,
  isRunning: yesNo,
  fromCustomImage: yesNo,
  hasUserIdentity: yesNo,
  hasKeyVaultLink: yesNo,
  hasUltraDisks: yesNo,
  hasPrivateEndpointDisks: yesNo,
  encryptionAtHost: yesNo,
  diskCount: count,
  diskSizesGiB: z.optional(z.nullable(z.array(z.number().check(z.nonnegative())))),
  maxDiskGiB: count,
  availabilitySet: orNone,
  loadBalancer: z.optional(z.enum(['none', 'internal', 'external'])),
  nicCount: count,
  reservedIpCount: count,
  staticIp: yesNo,
  hasNsg: yesNo,
  hybridBenefit: yesNo,
  isSql: yesNo,
  hasExtensions: yesNo,
  cloudInit: yesNo,
  domainJoined: yesNo,
  domainTrouble: yesNo,
  dc: z.optional(
    z.enum([
      'none',
      'single-dc-single-domain',
      'multiple-dc-single-domain',
      'single-dc-multi-domain',
      'multi-domain-forest',
    ]),
  ),
  otherDcReachable: yesNo,
  isolatedNetwork: yesNo,
  vnetInPrimary: yesNo,
  keyVaultEncrypted: yesNo,
  encryptedBlobs: yesNo,
  // Read by no rule.
  isTrustedLaunch: yesNo,
  generation: z.optional(z.unknown()),
  isSpot: yesNo,
  hostGroup: orNone,
  hasSharedDisks: yesNo,
  leavesOutSharedDisks: yesNo,
});

const item = z.strictObject({ isSoftDeleted: yesNo });

const point = z.strictObject({
  id: text,
  time: text,
  consistency: z.optional(z.enum(['AppConsistent', 'FileSystemConsistent', 'CrashConsistent'])),
  tier: z.optional(z.enum(['Snapshot', 'SnapshotAndVault', 'Vault', 'Archive'])),
  transferToVaultDone: yesNo,
  inSecondary: yesNo,
  ageHours: z.optional(z.number()),
  diskCount: count,
  isRehydrated: yesNo,
  streaming: yesNo,
  isSoftDeleted: yesNo,
  hoursToExpiry: z.optional(z.nullable(z.number())),
  // Read by no rule.
  isInstantIlrSessionActive: yesNo,
  originalStorageAccountOption: yesNo,
});

const vault = z.strictObject({
  type: z.optional(z.enum(['RecoveryServices', 'Backup'])),
  region: text,
  secondaryRegion: orNone,
  redundancy: z.optional(z.enum(['LRS', 'GRS', 'RA-GRS', 'ZRS'])),
  crrEnabled: yesNo,
  csrState,
  cmkEnabled: yesNo,
  subscription: text,
  tenant: text,
  identities: z.optional(z.array(z.enum(['system', 'user']))),
  userIdentityIds: names,
  movedSubscription: yesNo,
  originalSubscription: orNone,
});

const target = z.strictObject({
  vmNames: names,
  rgNames: names,
  diskNames: names,
  hasPermissions: yesNo,
  regionHasZones: yesNo,
  vnetInSecondary: yesNo,
  stagingAccountsInRegion: count,
  firstSubnet: orNone,
  ownZone: orNone,
  diskAccessUsable: yesNo,
  encryptionSetReady: yesNo,
});

/** The facts of a case, by group. What no rule reads is taken too: a file may describe a machine in full. */
const factGroups = {
  vm,
  item,
  point,
  vault,
  target,
  platform: z.strictObject({ skuAvailable: yesNo, primaryDown: yesNo, pinnedZoneDown: yesNo }),
  operator: z.strictObject({ canRestoreVm: yesNo, isBackupAdmin: yesNo, isAppAdmin: yesNo }),
  identity: z.strictObject({ hasRestoreOperator: yesNo, hasAllActions: yesNo }),
  disk: z.strictObject({
    encryption,
    role: z.optional(z.enum(['os', 'data'])),
    validation: z.optional(z.enum(['none', 'running', 'succeeded', 'failed'])),
    attachedVmProtected: yesNo,
  }),
  bv: z.strictObject({
    restoreOperatorOnTarget: yesNo,
    rolesOnSnapshotRg: yesNo,
    snapshotsInPlace: yesNo,
    readerOnDes: yesNo,
    roleAgeMinutes: count,
  }),
  job: z.strictObject({
    kind: z.optional(z.enum(['createVm', 'restoreDisks', 'replaceDisks', 'diskRestore'])),
    status: text,
    secondary: yesNo,
  }),
  form: z.strictObject({ errors: count, warnings: count }),
  policy: z.strictObject({
    archive: yesNo,
    czrNonPinned: yesNo,
    networkStepAlways: yesNo,
    czrBothTiers: yesNo,
  }),
} as const;

/** Facts of the chosen staging storage account. */
const staging = z.strictObject({
  region: text,
  kind: text,
  redundancy: z.optional(z.enum(['LRS', 'GRS', 'RA-GRS', 'ZRS', 'GZRS', 'RA-GZRS'])),
  tier: z.optional(z.enum(['Standard', 'Premium'])),
  hasNetworkRules: yesNo,
  allowSharedKey: yesNo,
});

/** Facts of the chosen network. */
const vnet = z.strictObject({
  region: text,
  subscription: text,
  active: yesNo,
  affinityGroup: yesNo,
});

/** The choices of a case. */
const choices: z.ZodMiniType<Partial<Choices>> = z.strictObject({
  product: z.optional(z.enum(['azure-backup', 'commvault'])),
  datasource: z.optional(z.nullable(z.enum(['azure-vm', 'azure-disk']))),
  scenario: z.optional(
    z.nullable(z.enum(['entire-vm', 'disk', 'files', 'encrypted', 'cross-region', 'bare-metal'])),
  ),
  client: z.optional(z.enum(['portal', 'rest', 'powershell', 'cli'])),
  action: z.optional(z.nullable(z.enum(['submit', 'deployTemplate', 'setCsr']))),
  instance: orNone,
  recoveryPointId: orNone,
  sourceResourceId: orNone,
  group: z.optional(z.nullable(z.enum(['createNew', 'replaceExisting']))),
  option: z.optional(z.nullable(z.enum(['createVm', 'restoreDisks', 'replaceDisks']))),
  secondary: yesNo,
  viewRegion: z.optional(z.enum(['primary', 'secondary'])),
  region: orNone,
  subscription: orNone,
  subscriptionTenant: orNone,
  zone: orNone,
  vmName: orNone,
  vmSize: orNone,
  rg: orNone,
  rgIsNew: yesNo,
  vnet: z.optional(z.nullable(vnet)),
  subnet: orNone,
  staging: z.optional(z.nullable(staging)),
  identity: z.optional(z.enum(['none', 'system', 'user'])),
  identityId: orNone,
  diskEncryptionSet: orNone,
  restoreAsManaged: z.optional(z.nullable(z.boolean())),
  diskAccess: z.optional(z.nullable(z.enum(['same', 'public', 'private']))),
  diskAccessId: orNone,
  diskMode: z.optional(z.enum(['ALR', 'OLR'])),
  diskName: orNone,
  confirmReplace: yesNo,
  consequenceRead: yesNo,
  warningsRead: yesNo,
  acceptTerms: yesNo,
  templateValues: z.optional(z.nullable(z.record(z.string(), z.string()))),
  templateVnet: orNone,
  csrState,
  cv: z.optional(z.nullable(z.enum(['in-place', 'out-of-place']))),
});

const given: z.ZodMiniType<Given> = z.partial(z.strictObject(factGroups));

/** Every fact that can be marked as not known; a choice is always known, but not what depends on it. */
export const FACT_NAMES: readonly string[] = [
  ...Object.entries(factGroups).flatMap(([group, { shape }]) =>
    Object.keys(shape).map((name) => `${group}.${name}`),
  ),
  ...Object.keys(staging.shape).map((name) => `c.staging.${name}`),
  ...Object.keys(vnet.shape).map((name) => `c.vnet.${name}`),
  'c.subscriptionTenant',
];

const ids = z.optional(z.array(z.enum(catalogue.map(({ id }) => id))));

const then: z.ZodMiniType<Partial<Record<ListName, string[]>>> = z.strictObject({
  blocked: ids,
  warned: ids,
  hidden: ids,
  required: ids,
  defaulted: ids,
  info: ids,
  checklist: ids,
});

/**
 * One case of a file: what differs from the documents' own example, and what is not known. What is
 * expected of it is read, so that a wrong id is found, and compared with nothing.
 */
const caseSchema = z.strictObject({
  id: z.string().check(z.minLength(1)),
  given: z.optional(given),
  when: z.optional(choices),
  unknown: z.optional(z.array(z.enum(FACT_NAMES))),
  // oxlint-disable-next-line unicorn/no-thenable -- the file's own word
  then: z.optional(then),
  absent: ids,
  source: text,
});
type FileCase = z.infer<typeof caseSchema>;

/** What is read of a case even if the rest of it is faulty. */
const idSchema = z.object({ id: z.string() });
