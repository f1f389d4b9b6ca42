import {
  type Backup,
  backupsOf,
  disksInBackup,
  isUsable,
  type Moment,
  sizeOf,
  usedBytes,
} from '#src/mocks/commvault/backups.ts';
import { isMetBy, NOT_FOUND, pagingOf } from '#src/mocks/commvault/commvault-auth.ts';
import { backupSummary } from '#src/mocks/commvault/job-wire.ts';
import { apiPath, type VmFacts, type VmList, type VmSeed } from '#src/mocks/commvault/seed.ts';
import { commServeIn } from '#src/mocks/commvault/commserve.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';

/** VMs with their backups and disks (commvault.md §2.2). */

/** How far the list of VMs is behind: about a minute (R). */
const LAG_MS = 60_000;
const NOT_REPORTED = -999;

/** The moment of a call, for what is computed of backups. */
export const momentOf = (call: Call): Moment => ({
  commServe: commServeIn(call),
  startMs: seedMs(call.stored.seed.startsAt),
  now: call.now,
});

const seconds = (ms: number | null | undefined): number => Math.floor((ms ?? 0) / 1000);

/** 1 protected, 3 pending, 4 backed up with error (PS). */
const statusOf = ({ hasNoBackup, hasErrors }: VmFacts): number =>
  hasNoBackup === true ? 3 : hasErrors === true ? 4 : 1;

const statusWords: Readonly<Record<number, string>> = {
  1: 'PROTECTED',
  3: 'PENDING',
  4: 'BACKED_UP_WITH_ERROR',
};

interface Backups {
  readonly last: Backup | undefined;
  readonly good: Backup | undefined;
  readonly oldest: Backup | undefined;
}

function lastBackups(call: Call, vm: VmSeed): Backups {
  const ended = backupsOf(momentOf(call), vm).filter(({ endMs }) => endMs !== null);
  return {
    last: ended[0],
    good: ended.find(isUsable),
    oldest: ended.findLast(isUsable),
  };
}

/** The third VM's GUID is in capitals, and its ids are text: clients compare neither as they stand. */
const isOdd = ({ index }: VmSeed): boolean => index === 2;

function vmWire(call: Call, vm: VmSeed) {
  const { machine, group, hypervisor, name } = vm;
  const odd = isOdd(vm);
  const { last, good } = lastBackups(call, vm);
  const behind = call.before(LAG_MS).state;
  const [agent] = commServeIn(call).accessNodes;
  return {
    name,
    strGUID: odd ? vm.guid.toUpperCase() : vm.guid,
    vmStatus: odd ? String(statusOf(vm)) : statusOf(vm),
    vmSize: sizeOf(vm),
    vmUsedSpace: odd ? String(usedBytes(vm)) : usedBytes(vm),
    vmGuestSpace: NOT_REPORTED,
    vmHost: machine.id.split('/')[4] ?? '',
    vmAgent: last === undefined ? '' : agent?.name,
    strOSName: machine.osType === 'Windows' ? 'Windows Server 2022 Datacenter' : 'Linux',
    osType: machine.osType,
    isDeleted: findMachine(behind, machine.id)?.exists !== true,
    vendor: machine.deployment === 'classic' ? 'AZURE' : 'AZURE_V2',
    bkpStartTime: seconds(last?.startMs),
    bkpEndTime: seconds(last?.endMs),
    lastSuccessfulBackupTime: seconds(good?.endMs),
    subclientId: odd ? String(group.id) : group.id,
    subclientName: group.name,
    vmSubClientEntity: { subclientId: group.id },
    plan: { planId: group.planId, planName: group.planName },
    client: { clientId: vm.clientId, clientName: name },
    pseudoClient: { clientId: hypervisor.id, clientName: hypervisor.name },
    proxyClient: { clientId: agent?.id, clientName: agent?.name },
    ...(last === undefined
      ? {}
      : {
          lastBackupJobInfo: {
            jobID: odd ? String(last.jobId) : last.jobId,
            startTime: { time: seconds(last.startMs) },
            endTime: { time: seconds(last.endMs) },
          },
        }),
    slaCategoryDescription: last === undefined ? '' : 'Protected',
    isRestoreActivityEnabled: vm.isRestoreOff !== true,
  };
}

/** The VMs that a query asks for. */
function chosen(call: Call, vms: VmList): Pick<VmList, 'length' | 'at'> {
  const { searchParams } = call.request.url;
  const guid = searchParams.get('guid');
  const status = searchParams.get('status');
  const passes = (facts: VmFacts): boolean => status === null || String(statusOf(facts)) === status;
  if (guid !== null) {
    const one = vms.byGuid(guid);
    const found = one !== undefined && passes(one) ? [one] : [];
    return { length: found.length, at: (index) => found[index] };
  }
  if (status === null) return vms;
  const places = Array.from({ length: vms.length }, (_, index) => index).filter((index) =>
    passes(vms.factsAt(index)),
  );
  return {
    length: places.length,
    at: (index) => {
      const place = places[index];
      return place === undefined ? undefined : vms.at(place);
    },
  };
}

/** How many more VMs are announced than there are, where the total is wrong. */
const LIE = 7;

function listVms(call: Call): Answer {
  const { page, size } = pagingOf(call);
  const found = chosen(call, commServeIn(call).vms);
  const first = page * size;
  const count = Math.max(0, Math.min(size, found.length - first));
  const rows = Array.from({ length: count }, (_, index) => found.at(first + index));
  return ok({
    totalRecords: found.length + (isMetBy(call, 'wrong-total') ? LIE : 0),
    pageNo: page,
    pageSize: size,
    vmStatusInfoList: rows.flatMap((vm) => (vm === undefined ? [] : [vmWire(call, vm)])),
  });
}

/** Runs `work` with the VM of the path's GUID. */
const onVm =
  (work: (call: Call, vm: VmSeed) => Answer) =>
  (call: Call): Answer => {
    const vm = commServeIn(call).vms.byGuid(param(call, 'guid'));
    return vm === undefined ? NOT_FOUND : work(call, vm);
  };

function vmDetails(call: Call, vm: VmSeed): Answer {
  const { last, good, oldest } = lastBackups(call, vm);
  const { hypervisor, group } = vm;
  return ok({
    vmDetails: {
      summary: {
        name: vm.name,
        UUID: vm.guid,
        vendor: 'AZURE_V2',
        hypervisor: { id: hypervisor.id, name: hypervisor.name },
        vmGroup: { id: group.id, name: group.name },
        os: vm.machine.osType,
        host: vm.machine.id.split('/')[4] ?? '',
        vmSize: sizeOf(vm),
        status: statusWords[statusOf(vm)],
        lastBackup: {
          time: seconds(last?.endMs),
          jobId: last?.jobId ?? 0,
          status: last?.status ?? '',
          lastSuccessfulBackupTime: seconds(good?.endMs),
          failureReason: '',
        },
        plan: { id: group.planId, name: group.planName },
        latestRecoveryPoint: seconds(good?.endMs),
        oldestRecoveryPoint: seconds(oldest?.endMs),
      },
      passkey: {
        authType: vm.needsPasskey === true ? 'USE_PASSKEY' : 'USE_LOGIN',
        passKeyRequiredForRestore: vm.needsPasskey === true,
        enableAuthorizeForRestore: false,
      },
      activityControl: [{ activityType: 'RESTORE', enableActivityType: vm.isRestoreOff !== true }],
    },
  });
}

/** Whether a job that ended at a moment is within the seconds that a query looks back. */
export function isLookedUp(call: Call, endMs: number | null): boolean {
  const lookup = Number(call.request.url.searchParams.get('completedJobLookupTime') ?? '0');
  return endMs === null || !(lookup > 0) || call.now - endMs <= lookup * 1000;
}

function vmJobs(call: Call, vm: VmSeed): Answer {
  const jobs = backupsOf(momentOf(call), vm).filter(({ endMs }) => isLookedUp(call, endMs));
  return ok({
    totalRecordsWithoutPaging: jobs.length,
    jobs: jobs.map((one) => ({ jobSummary: backupSummary(one, call.now) })),
  });
}

/** The first entry is the configuration of the VM, which is no disk (R). */
function vmDisks(_call: Call, vm: VmSeed): Answer {
  const { isManaged } = vm.machine;
  return ok({
    disks: [
      { name: `${vm.name}.json`, isOSDisk: false, type: '' },
      ...disksInBackup(vm).map(({ name, lun, sku, sizeGiB }) => ({
        name,
        isOSDisk: lun < 0,
        type: isManaged ? sku : '',
        size: String(sizeGiB * 1024 ** 3),
      })),
    ],
  });
}

export const vmRoutes: readonly Route[] = [
  {
    operation: 'commvaultVms.list',
    method: 'GET',
    path: apiPath('/VM'),
    action: 'vms/read',
    handle: listVms,
  },
  {
    operation: 'commvaultVms.get',
    method: 'GET',
    path: apiPath('/V4/VirtualMachines/{guid}'),
    action: 'vms/read',
    handle: onVm(vmDetails),
  },
  {
    operation: 'commvaultVms.jobs',
    method: 'GET',
    path: apiPath('/v2/vsa/vm/{guid}/jobs'),
    action: 'vms/read',
    handle: onVm(vmJobs),
  },
  {
    operation: 'commvaultVms.disks',
    method: 'GET',
    path: apiPath('/v2/vsa/vm/{guid}/disks'),
    action: 'vms/read',
    handle: onVm(vmDisks),
  },
];
