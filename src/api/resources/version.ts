/** The api-versions of Azure Resource Manager itself, Microsoft.Resources (azure-contract §14). */

/** Subscriptions, their locations, and which zones of two subscriptions are the same. */
export const SUBSCRIPTION_API_VERSION = '2022-12-01';

/** Resource groups. */
export const GROUP_API_VERSION = '2021-04-01';

/** Deployments of templates. */
export const DEPLOYMENT_API_VERSION = '2024-03-01';
