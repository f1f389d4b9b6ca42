import { instant } from '#src/lib/time.ts';
import {
  absent,
  type Card,
  type DiskPart,
  type Fate,
  type NicPart,
  type PictureState,
  type RestoreModel,
  readingOf,
  unreadFact,
} from '#src/ui/picture/model.ts';

/** Models of every kind and state, as datasources make them. */

const MINUTE = 60_000;
/** 3 June 2025, 22:05. */
const POINT_TIME = instant(1_748_988_300_000);
/** 5 June 2025, 03:13. */
const READ_AT = instant(1_749_093_180_000);

const SIZES = [
  ['OS disk', 30],
  ['Data disk 0', 126],
  ['Data disk 1', 256],
] as const;

const disks = (side: string, fate: Fate, field?: string): readonly DiskPart[] =>
  SIZES.map(([name, size], index) => ({
    id: `${side} disk ${String(index)}`,
    name,
    fate,
    field,
    sizeGiB: readingOf(size),
  }));

const nic = (side: string, over: Partial<NicPart> = {}): NicPart => ({
  id: `${side} nic`,
  name: side === 'source' ? 'app01-nic0' : 'New NIC',
  fate: side === 'source' ? 'unchanged' : 'new',
  field: side === 'source' ? undefined : 'subnet',
  network: readingOf('default'),
  address: readingOf(side === 'source' ? '10.20.0.4' : 'Dynamic address'),
  ...over,
});

const source: Card = {
  id: 'source',
  name: 'Virtual machine',
  fate: 'unchanged',
  icon: 'machine',
  title: readingOf('app01'),
  isFrame: false,
  power: readingOf('running'),
  lines: [readingOf('rg-app-prod'), readingOf('Standard_D4s_v5 · zone 1')],
  disks: readingOf(disks('source', 'unchanged')),
  disksBeside: [],
  nics: readingOf([nic('source')]),
  others: [],
};

const newMachine: Card = {
  ...source,
  id: 'result',
  fate: 'new',
  field: 'name',
  title: readingOf('app01-night'),
  power: undefined,
  lines: [readingOf('rg-restore-weu · West Europe'), readingOf('Standard_D4s_v5 · zone 1')],
  badge: 'New',
  disks: readingOf(disks('result', 'new')),
  nics: readingOf([nic('result')]),
};

const newVm: RestoreModel = {
  state: 'configured',
  sentence: 'Creates a new VM app01-night in rg-restore-weu from app01 as of 3 Jun 2025, 22:05.',
  source,
  point: {
    id: 'point',
    name: 'Restore point',
    fate: 'unchanged',
    field: 'recoveryPoint',
    time: readingOf(POINT_TIME),
    consistency: readingOf('FileSystemConsistent'),
    tier: readingOf('Snapshot'),
  },
  moves: {
    id: 'moves',
    sizeGiB: readingOf(412),
    duration: readingOf({ text: '40–55 min', basis: '6 past restores' }),
    loss: readingOf({ ms: (28 * 60 + 42) * MINUTE, fate: 'notInCopy' }),
    under: [],
  },
  result: newMachine,
  networks: [
    { id: 'default', name: 'vnet-prod-weu / default', range: readingOf('10.20.0.0/24') },
    { id: 'other', name: 'vnet-test-weu / default', range: readingOf('10.30.0.0/24') },
  ],
  pins: [],
};

/** The host name of a copy on the network that its source is on. */
export const clash = (act: () => void): RestoreModel => ({
  ...newVm,
  pins: [
    {
      id: 'host-name',
      part: 'result nic',
      tone: 'warning',
      title: 'Same host name on the same network',
      text: 'app01 runs on this network. The copy has its host name.',
      links: [
        { text: 'Choose another network', act },
        { text: 'Restore disks', act: () => undefined },
      ],
    },
  ],
});

const pointCard: Card = {
  ...source,
  id: 'source',
  name: 'Restore point',
  icon: 'point',
  title: readingOf('Restore point'),
  power: undefined,
  lines: [readingOf('Vault rsv-prod-weu')],
  nics: absent,
};

const replaced: Card = {
  ...source,
  id: 'result',
  fate: 'new',
  disks: readingOf(disks('result', 'new')),
  disksBeside: disks('beside', 'kept'),
  nics: readingOf([nic('source', { id: 'result nic' })]),
};

const lost = readingOf({ ms: (28 * 60 + 45) * MINUTE, fate: 'lost' } as const);

const group: Card = {
  ...newMachine,
  name: 'Resource group',
  field: 'group',
  icon: 'group',
  title: readingOf('rg-restore-weu'),
  isFrame: true,
  badge: undefined,
  lines: [readingOf('West Europe')],
  nics: absent,
  others: [{ id: 'template', name: 'Template', fate: 'new', text: readingOf('azuredeploy.json') }],
};

const oneDisk = (side: string, fate: Fate, name: string): readonly DiskPart[] => [
  { id: `${side} disk`, name, fate, sizeGiB: readingOf(126) },
];

/** A model of each kind of restore. */
export const KINDS: Readonly<Record<string, RestoreModel>> = {
  'new VM': newVm,
  disks: { ...newVm, result: group },
  replace: {
    ...newVm,
    source: pointCard,
    result: replaced,
    moves: { ...newVm.moves, loss: lost },
    pins: [
      {
        id: 'power',
        part: 'result',
        tone: 'error',
        title: 'app01 is running',
        text: 'Azure replaces the disks of a VM that is shut down.',
        links: [{ text: 'Shut down app01', act: () => undefined }],
      },
    ],
  },
  'secondary region': {
    ...newVm,
    source: { ...pointCard, title: readingOf('Restore point in North Europe') },
    point: { ...newVm.point, lagMs: readingOf(110 * MINUTE) },
    result: {
      ...newMachine,
      title: readingOf('app01-neu'),
      frame: { kind: 'region', name: 'North Europe' },
      nics: readingOf([nic('result', { network: unreadFact('Subnet'), fate: 'unknown' })]),
    },
  },
  'another subscription': {
    ...newVm,
    result: { ...newMachine, frame: { kind: 'subscription', name: 'Contoso Corporate' } },
    pins: [
      {
        id: 'setting',
        part: 'result',
        tone: 'error',
        title: 'Cross-subscription restore is disabled',
        links: [],
      },
    ],
  },
  'Azure Disk': {
    ...newVm,
    source: {
      ...source,
      name: 'Disk',
      icon: 'disk',
      power: undefined,
      disks: readingOf(oneDisk('source', 'unchanged', 'data-app01')),
      nics: absent,
    },
    moves: {
      ...newVm.moves,
      sizeGiB: readingOf(126),
      under: [
        {
          id: 'snapshots',
          name: 'Snapshot resource group',
          fate: 'unchanged',
          text: readingOf('rg-snapshots'),
        },
      ],
    },
    result: { ...group, disks: readingOf(oneDisk('result', 'new', 'check_app01')), others: [] },
  },
  'Commvault in place': {
    ...newVm,
    source: { ...pointCard, name: 'Backup copy', title: readingOf('Backup copy') },
    result: { ...replaced, disksBeside: disks('beside', 'lost') },
    moves: { ...newVm.moves, loss: lost },
  },
  'Commvault out of place': {
    ...newVm,
    moves: {
      ...newVm.moves,
      under: [
        {
          id: 'node',
          name: 'Access node',
          fate: 'unchanged',
          field: 'accessNode',
          text: readingOf('cv-node-02'),
        },
      ],
    },
  },
  files: {
    ...newVm,
    source: {
      ...pointCard,
      disks: readingOf([{ id: 'volumes', name: '3 volumes', fate: 'unchanged', sizeGiB: absent }]),
    },
    moves: { ...newVm.moves, sizeGiB: absent, duration: absent, loss: absent },
    result: {
      ...group,
      name: 'Computer',
      field: undefined,
      icon: 'computer',
      title: readingOf('Target system'),
      lines: [],
      disks: readingOf([{ id: 'script', name: 'Script, 12 h', fate: 'new', sizeGiB: absent }]),
      others: [],
    },
  },
  'source gone': {
    ...newVm,
    source: {
      ...source,
      name: 'old-crm-01',
      title: absent,
      fate: 'unknown',
      power: undefined,
      lines: [],
      disks: absent,
      nics: absent,
    },
  },
  'facts not known': {
    ...newVm,
    source: {
      ...source,
      power: unreadFact('Power state'),
      disks: unreadFact('Disks of the VM'),
      nics: unreadFact('NICs of the VM'),
    },
    point: {
      ...newVm.point,
      time: unreadFact('Time'),
      consistency: readingOf('unknown'),
      tier: unreadFact('Tier'),
    },
    moves: {
      ...newVm.moves,
      sizeGiB: unreadFact('Size of the disks'),
      duration: unreadFact('No typical duration yet'),
      loss: unreadFact('Data loss'),
    },
    pins: [
      {
        id: 'host-name',
        part: 'result nic',
        tone: 'unknown',
        title: 'Not checked: host name',
        links: [],
      },
    ],
  },
  'many disks': {
    ...newVm,
    result: {
      ...newMachine,
      disks: readingOf(
        Array.from({ length: 9 }, (_, index) => ({
          id: `result disk ${String(index)}`,
          name: `Data disk ${String(index)}`,
          fate: 'new' as const,
          sizeGiB: readingOf(64),
        })),
      ),
    },
  },
};

const reached = {
  of: 'bytes' as const,
  share: readingOf(0.6),
  disks: {},
  bytes: readingOf('253.4 of 412.0 GiB'),
  readAt: READ_AT,
  service: 'Azure',
} as const;

const of = (fate: Fate, over: Partial<Card> = {}): Card => ({
  ...newMachine,
  field: undefined,
  fate,
  badge: undefined,
  disks: readingOf(disks('result', fate)),
  nics: readingOf([nic('result', { fate, field: undefined })]),
  ...over,
});

const begun = { ...newVm.moves, reached };
const unheard = { ...reached, share: unreadFact('Progress'), bytes: unreadFact('Bytes') };

/** The same restore in each of its states. */
export const STATES: Readonly<Record<PictureState, RestoreModel>> = {
  choosing: {
    ...newVm,
    state: 'choosing',
    result: {
      ...of('unknown'),
      field: 'restoreType',
      title: unreadFact('Select a restore type'),
      lines: [],
      nics: absent,
    },
    moves: { ...newVm.moves, duration: absent },
  },
  configured: {
    ...newVm,
    result: {
      ...newMachine,
      fate: 'unknown',
      title: unreadFact('Virtual machine name'),
      nics: readingOf([
        nic('result', { fate: 'unknown', network: unreadFact('Virtual network'), address: absent }),
      ]),
    },
  },
  review: {
    ...newVm,
    state: 'review',
    pins: ['result', 'result disk 0', 'result nic'].map((part) => ({
      id: part,
      part,
      tone: 'ok',
      title: 'No issues',
      links: [],
    })),
  },
  running: {
    ...newVm,
    state: 'running',
    moves: begun,
    result: of('notCreated', { disks: readingOf(disks('result', 'new')) }),
  },
  stalled: {
    ...newVm,
    state: 'stalled',
    moves: { ...begun, reached: { ...reached, quietSince: READ_AT } },
    result: of('notCreated', { disks: readingOf(disks('result', 'new')) }),
  },
  canceling: { ...newVm, state: 'canceling', moves: begun, result: of('notCreated') },
  canceled: {
    ...newVm,
    state: 'canceled',
    moves: begun,
    result: of('notCreated', {
      disks: readingOf([
        ...disks('result', 'new').slice(0, 2),
        ...disks('result', 'notCreated').slice(2),
      ]),
    }),
  },
  failed: {
    ...newVm,
    state: 'failed',
    moves: begun,
    result: of('notCreated', { disks: readingOf(disks('result', 'new')) }),
  },
  done: {
    ...newVm,
    state: 'done',
    moves: { ...begun, duration: readingOf({ text: '44 min', basis: 'read back 03:36' }) },
    result: of('there'),
  },
  notRead: { ...newVm, state: 'notRead', moves: begun, result: of('unknown') },
  outcomeUnknown: {
    ...newVm,
    state: 'outcomeUnknown',
    moves: { ...newVm.moves },
    result: of('unknown'),
  },
};

/** A job of which Azure reports neither a share nor bytes. */
export const unreported: RestoreModel = {
  ...STATES.running,
  moves: { ...begun, reached: unheard },
};

export const NEW_VM = newVm;
