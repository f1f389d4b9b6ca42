import { powerShellQuoted, shQuoted } from '#src/lib/quoting.ts';

/** What the script downloads its components from, and the ports that it needs (aftercare §3.3). */
export const DOWNLOADS = 'download.microsoft.com';
export const DOWNLOADS_PORT = 443;
export const SERVICE_PORT = 3260;
export const DNS_PORT = 53;

/** Seconds until an address counts as not reachable. */
const WAIT_SECONDS = 10;

/** The address that the disks come from; it depends on the geography of the vault. */
export const serviceHost = (geo: string): string => `pod01-rec2.${geo}.backup.windowsazure.com`;

/** The service's names for geographies, as in `wcus`. */
const GEO = /^[a-z0-9-]+$/i;

/** One check for each shell. */
export interface CheckScripts {
  readonly powerShell: string;
  readonly bash: string;
}

/**
 * Scripts that check what the script of a file recovery needs where it is run. They change nothing. `geo` is
 * the name of the vault's geography, which is known once the script is there; null: they ask for it, and leave its port out without an answer. Pure.
 */
export function checkScripts(geo: string | null): CheckScripts {
  const host = geo !== null && GEO.test(geo) ? serviceHost(geo) : null;
  return { powerShell: powerShellCheck(host), bash: bashCheck(host) };
}

const ASK = 'Geography, the part after the VM name in the name of the script';

/** For Windows PowerShell 5.1 and later; `Test-NetConnection` isn't on each server that the table has. */
function powerShellCheck(host: string | null): string {
  return [
    '& {',
    ...(host === null
      ? [
          `$geo = Read-Host ${inPowerShell(ASK)}`,
          `$service = if ($geo) { ${inPowerShell(serviceHost('{0}'))} -f $geo }`,
        ]
      : [`$service = ${inPowerShell(host)}`]),
    'function Test-Port($name, $port) {',
    '  $client = New-Object System.Net.Sockets.TcpClient',
    '  try {',
    '    [void][System.Net.Dns]::GetHostAddresses($name)',
    `    $isOpen = $client.ConnectAsync($name, $port).Wait(${String(WAIT_SECONDS * 1000)})`,
    '  } catch { $isOpen = $false } finally { $client.Close() }',
    "  '{0} {1}:{2}' -f $(if ($isOpen) { 'OK    ' } else { 'FAILED' }), $name, $port",
    '}',
    `Test-Port ${inPowerShell(DOWNLOADS)} ${String(DOWNLOADS_PORT)}`,
    `if ($service) { Test-Port $service ${String(SERVICE_PORT)} }`,
    String.raw`$net = (Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full').Release`,
    // 394802 is the least release number of .NET Framework 4.6.2 (Microsoft Learn, How to determine versions).
    "'{0} .NET Framework 4.6.2' -f $(if ($net -ge 394802) { 'OK    ' } else { 'FAILED' })",
    "'System: {0}, locale {1}' -f [Environment]::OSVersion.Version, (Get-Culture).Name",
    '}',
    '',
  ].join('\n');
}

function bashCheck(host: string | null): string {
  return [
    'check() {',
    '  if "${@:2}" >/dev/null 2>&1; then echo "OK     $1"; else echo "FAILED $1"; fi',
    '}',
    'open_port() {',
    `  timeout ${String(WAIT_SECONDS)} bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2"`,
    '}',
    ...(host === null
      ? [`read -r -p ${inSh(`${ASK}: `)} geo`, `service=\${geo:+${serviceHost('$geo')}}`]
      : [`service=${inSh(host)}`]),
    `check ${inSh(`${DOWNLOADS}:${String(DOWNLOADS_PORT)}`)} open_port ${inSh(DOWNLOADS)} ${String(DOWNLOADS_PORT)}`,
    `[ -z "$service" ] || check "$service:${String(SERVICE_PORT)}" open_port "$service" ${String(SERVICE_PORT)}`,
    'check "bash 4" test "${BASH_VERSINFO[0]}" -ge 4',
    'python=$(command -v python3 || command -v python)',
    'check "Python 2.6.6" "${python:-false}" -c "import sys; sys.exit(sys.version_info < (2, 6, 6))"',
    'check open-iscsi command -v iscsiadm',
    'check lshw command -v lshw',
    'echo "Locale: ${LANG:-}"',
    '',
  ].join('\n');
}

/** Texts of our own, which every shell can quote. */
function inPowerShell(text: string): string {
  const quoted = powerShellQuoted(text);
  return quoted.ok ? quoted.value : "''";
}

function inSh(text: string): string {
  const quoted = shQuoted(text);
  return quoted.ok ? quoted.value : "''";
}
