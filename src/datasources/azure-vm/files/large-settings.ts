/**
 * What to change where a script that mounts many or very large disks stops responding (Microsoft Learn,
 * "Recover files from Azure virtual machine backup", 2023; the edition of 2019 had 1200 and 30).
 */

const SECONDS = 2400;
const DISK = String.raw`HKLM:\SYSTEM\CurrentControlSet\Services\Disk`;
/** The class of storage adapters, of which the iSCSI initiator is one. */
const ADAPTERS = String.raw`HKLM:\SYSTEM\CurrentControlSet\Control\Class\{4d36e97b-e325-11ce-bfc1-08002be10318}\*\Parameters`;

/** For PowerShell as an administrator; the values count after a restart of the system. */
export const LARGE_ON_WINDOWS = [
  `Set-ItemProperty '${DISK}' TimeOutValue ${String(SECONDS)}`,
  `Get-ItemProperty '${ADAPTERS}' | Where-Object MaxRequestHoldTime | ForEach-Object {`,
  `  Set-ItemProperty $_.PSPath SrbTimeoutDelta ${String(SECONDS)}`,
  `  Set-ItemProperty $_.PSPath MaxRequestHoldTime ${String(SECONDS)}`,
  '  Set-ItemProperty $_.PSPath EnableNOPOut 1',
  '}',
  '',
].join('\n');

/** The line of `/etc/iscsi/iscsid.conf`. */
export const LARGE_ON_LINUX = 'node.conn[0].timeo.noop_out_timeout = 120\n';
