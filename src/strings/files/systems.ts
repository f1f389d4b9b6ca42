import type { RunnerSystem } from '#src/model/runner.ts';

/** Operating systems as their makers name them. */
export const systemNames: Readonly<Record<RunnerSystem, string>> = {
  ws2022: 'Windows Server 2022',
  ws2019: 'Windows Server 2019',
  ws2016: 'Windows Server 2016',
  ws2012r2: 'Windows Server 2012 R2',
  ws2012: 'Windows Server 2012',
  ws2008r2: 'Windows Server 2008 R2',
  w11: 'Windows 11',
  w10: 'Windows 10',
  w81: 'Windows 8.1',
  w8: 'Windows 8',
  w7: 'Windows 7',
  otherWindows: 'Another Windows version',
  ubuntu: 'Ubuntu',
  centos: 'CentOS',
  rhel: 'Red Hat Enterprise Linux',
  debian: 'Debian',
  oracle: 'Oracle Linux',
  sles: 'SUSE Linux Enterprise Server',
  opensuse: 'openSUSE',
  otherLinux: 'Another Linux distribution',
};
