/** Labels of fields that only restores by Commvault have, as Command Center names them. */
export const commvaultLabels = {
  cv: 'Restore type',
  hypervisor: 'Destination hypervisor',
  overwrite: 'Overwrite the existing VM',
  securityGroup: 'Security group',
  vmSize: 'VM size',
} as const;
