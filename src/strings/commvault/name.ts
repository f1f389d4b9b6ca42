/** The name of the datasource. */
export const commvaultName = 'Commvault (Azure VM)';

/** The service that backs up and restores, as a sentence names it. */
export const commvault = 'Commvault';
