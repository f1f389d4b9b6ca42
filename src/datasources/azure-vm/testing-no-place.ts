/** Rules that no step of the restore of a machine shows, and why. The ids of each group as one pattern. */
export const NO_PLACE: readonly { readonly because: string; readonly ids: RegExp }[] = [
  {
    because: 'another product: told on the page of constraints alone',
    ids: /^commvault\./,
  },
  {
    because: 'the restore of a disk, told in the wizard of disks',
    ids: /^(disk\.(no-olr|name\.unused|role\.(target|snapshot-rg|delay)|snapshots\.present|des\.reader|after\.(attach-data|swap-os))|datasource\.disk\.also-via-vm|review\.disk\.gate)$/,
  },
  {
    because: 'a scenario is asked for under What happened, before there is a draft',
    ids: /^datasource\.(scenario\.[a-z-]+|bmr|files\.arm-only)$/,
  },
  {
    because: 'a template is deployed from the page of its job',
    ids: /^template\.(deploy\.shared-key-off|edit|terms|values|crr\.vnet)$/,
  },
  {
    because: 'the state of a job, told on the page of the job',
    ids: /^jobs\.(created|notice\.fallback|progress\.in-progress|eta|percent|bytes|crr\.no-cancel|crr\.filter|deploy-template|failed\.[a-z-]+)$/,
  },
  {
    because: 'a setting of the vault, told on the page of the vault',
    ids: /^csr\.permanent\.(irreversible|no-reenable)$/,
  },
  {
    because: 'a request sent without a portal, and what answers it',
    ids: /^(rest\.(list|fabric|trigger|object-type|body\.[a-z.-]+|async\.[a-z0-9-]+|vmconfig\.after|storage|vm-response|scope|next-links)|staging\.what\.vmconfig|network\.client\.no-cli)$/,
  },
  {
    because: 'heard when Select Restore, and said beside it',
    ids: /^review\.(all-rules|warnings\.acknowledge|crr\.no-cancel)$|^platform\.(replace\.loss|crr\.no-cancel)-read$/,
  },
  {
    because: 'a default fills the field in before anybody could leave it empty',
    ids: /^(datasource\.type|network)\.required$/,
  },
];
