/** The api-version of Microsoft.SqlVirtualMachine: its newest stable specification. */
export const SQL_API_VERSION = '2023-10-01';
