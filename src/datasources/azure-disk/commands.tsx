import type { DiskRestore } from '#src/api/data-protection/restores.ts';
import { diskRequestOf, readDiskPlan } from '#src/datasources/azure-disk/request.ts';
import { azCommand, type Command, NEXT_LINE, powerShellCommand } from '#src/lib/command.ts';
import type { NoneLeft } from '#src/lib/data.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { diskCommands as words, planCommands } from '#src/strings/commands.ts';
import type { ScriptsProps } from '#src/wizard/commands/PlanCommands.tsx';
import { ScriptPanel } from '#src/wizard/commands/Scripts.tsx';
import {
  type ClientScript,
  httpScript,
  scriptOf,
  type Scripts,
} from '#src/wizard/commands/script.ts';

/** The restore of a disk for each client (Microsoft Learn, `az dataprotection` and Az.DataProtection). */
export const diskScripts = (restore: DiskRestore): Scripts => ({
  rest: httpScript([diskRequestOf(restore)], [words.nameTaken]),
  cli: cliScript(restore),
  powerShell: powerShellScript(restore),
});

/** What the commands of both clients name. They find the source disk by its instance. */
function namesOf(restore: DiskRestore) {
  const { instanceId, sourceDiskId: _ofInstance, ...named } = restore;
  const { recoveryPointId: point, targetDiskId: target, region, ...rest } = named;
  void (rest satisfies NoneLeft);
  const [, , subscription = '', , group = '', , , , vault = ''] = instanceId.split('/');
  return { subscription, group, vault, instance: nameOf(instanceId), point, target, region };
}

/**
 * The request file of the Azure CLI isn’t the body of the REST request: its keys are of another form, so that
 * the client writes it itself.
 */
function cliScript(restore: DiskRestore): ClientScript {
  const { point, target, region } = namesOf(restore);
  return scriptOf(
    'sh',
    [
      azCommand(
        [
          'az dataprotection backup-instance restore initialize-for-data-recovery',
          '--datasource-type AzureDisk',
          '--source-datastore OperationalStore',
          ['--restore-location', region],
          ['--target-resource-id', target],
          ['--recovery-point-id', point],
          '> restore.json',
        ],
        NEXT_LINE.sh,
      ),
      onInstance(restore, 'validate-for-restore', '--name'),
      onInstance(restore, 'restore trigger', '--backup-instance-name'),
    ],
    [words.extension, words.cliFile, words.cliIdentity, words.nameTaken],
  );
}

function onInstance(restore: DiskRestore, action: string, option: string): Command {
  const { subscription, group, vault, instance } = namesOf(restore);
  return azCommand(
    [
      `az dataprotection backup-instance ${action}`,
      ['--subscription', subscription],
      ['--resource-group', group],
      ['--vault-name', vault],
      [option, instance],
      '--restore-request-object restore.json',
    ],
    NEXT_LINE.sh,
  );
}

function powerShellScript(restore: DiskRestore): ClientScript {
  const { subscription, group, vault, instance, point, target, region } = namesOf(restore);
  return scriptOf(
    'powerShell',
    [
      powerShellCommand(
        [
          '$request = Initialize-AzDataProtectionRestoreRequest',
          '-DatasourceType AzureDisk',
          '-SourceDataStore OperationalStore',
          ['-RestoreLocation', region],
          '-RestoreType AlternateLocation',
          ['-TargetResourceId', target],
          ['-RecoveryPoint', point],
          // No switch here, unlike for a VM: a nullable Boolean, which needs its value (Az.DataProtection, source).
          '-UseSystemAssignedIdentity:$true',
        ],
        NEXT_LINE.powerShell,
      ),
      powerShellCommand(
        [
          'Start-AzDataProtectionBackupInstanceRestore',
          ['-SubscriptionId', subscription],
          ['-ResourceGroupName', group],
          ['-VaultName', vault],
          ['-BackupInstanceName', instance],
          '-Parameter $request',
        ],
        NEXT_LINE.powerShell,
      ),
    ],
    [words.module, words.shellValidation, words.nameTaken],
  );
}

/** The restore of a disk for each client. */
export function DiskScripts({ plan, hash, hidesRest = false }: ScriptsProps) {
  const restore = readDiskPlan(plan);
  if (restore === null) return <span>{planCommands.unreadable}</span>;
  return <ScriptPanel scripts={diskScripts(restore)} hash={hash} hidesRest={hidesRest} />;
}
