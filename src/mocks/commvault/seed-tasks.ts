import { usedBytes } from '#src/mocks/commvault/backups.ts';
import type { CommServeSeed } from '#src/mocks/commvault/seed.ts';
import { stagesOf } from '#src/mocks/commvault/stages.ts';
import type { Ending, Task } from '#src/mocks/commvault/task.ts';

/** Restores that other people started before the world's start; they made nothing that Azure still has. */

interface Wanted {
  readonly vm: string;
  readonly newName: string;
  readonly minutesBefore: number;
  readonly isDownload?: true;
  readonly ending?: Ending;
}

const wanted: readonly Wanted[] = [
  {
    vm: 'web-fe-07',
    newName: 'web-fe-07-test',
    minutesBefore: 26 * 60,
    ending: {
      kind: 'failed',
      stage: 3,
      part: 0.6,
      reason: 'The storage account refused the data.',
    },
  },
  { vm: 'sql-erp-02', newName: 'sql-erp-02-test', minutesBefore: 5 * 60 },
  { vm: 'app01', newName: 'app01', minutesBefore: 40, isDownload: true },
  { vm: 'shop-cart-01', newName: 'shop-cart-01-drill', minutesBefore: 4 },
];

const FIRST_TASK = 809_080;
const FIRST_JOB = 8_163_401;

/** Tasks of the default world's past; of VMs that another world doesn't have there are none. */
export function seedTasks({ vms, accessNodes }: CommServeSeed, startMs: number): readonly Task[] {
  const few = Array.from({ length: Math.min(vms.length, 20) }, (_, index) => vms.at(index));
  return wanted.flatMap(
    ({ vm: name, newName, minutesBefore, isDownload, ending }, index): Task[] => {
      const vm = few.find((one) => one?.name === name);
      if (vm === undefined) return [];
      const jobId = FIRST_JOB + 2 * index;
      const bytes = usedBytes(vm);
      const { isManaged } = vm.machine;
      const facts = { jobId, bytes, isInPlace: false, isManaged, hasSecurityGroup: false };
      const restored = { guid: vm.guid, name, newName };
      const restoreOptions = {
        virtualServerRstOption: {
          diskLevelVMRestoreOption: { advancedRestoreOptions: [restored] },
        },
      };
      return [
        {
          kind: 'task',
          taskId: FIRST_TASK + index,
          jobId,
          atMs: startMs - minutesBefore * 60_000,
          taskInfo: { subTasks: [{ options: { restoreOptions, commonOpts: {} } }] },
          guid: vm.guid,
          vmName: name,
          newName,
          isDownload: isDownload ?? false,
          bytes,
          clientId: vm.hypervisor.id,
          clientName: vm.hypervisor.name,
          agent: accessNodes[0]?.name ?? '',
          subclientId: vm.group.id,
          unknownMs: 0,
          stages: [...stagesOf(facts)],
          hold: null,
          ending: ending ?? { kind: 'completed' },
        },
      ];
    },
  );
}
