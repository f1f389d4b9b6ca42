/** The api-version of Microsoft.Authorization (azure-contract §14). */
export const AUTHORIZATION_API_VERSION = '2022-04-01';
