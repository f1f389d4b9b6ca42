/** The api-version sent to Data Protection (azure-contract §0). */
export const DATA_PROTECTION_API_VERSION = '2024-04-01';
