/** The api-version of Microsoft.ResourceGraph (azure-contract §0). */
export const GRAPH_API_VERSION = '2022-10-01';
