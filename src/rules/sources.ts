/** The five documents of the edition, by the number that starts their file name. */
export type DocumentNumber = '000' | '001' | '002' | '003' | '004';

/**
 * Source of a rule. `learn` is a page of Microsoft Learn beside the five documents, named by its title;
 * `ours` marks the few without a document.
 */
export type Source = {
  document: DocumentNumber | 'learn' | 'ours';
  heading: string;
  /** The date in the document, ISO; null where it bears none. */
  date: string | null;
};

/** When each document was written, ISO; null where it bears no date. */
export const dateOf: Readonly<Record<DocumentNumber, string | null>> = {
  '000': '2024-11-30',
  '001': '2020-02-18',
  '002': '2021-01-07',
  '003': null,
  '004': '2018-09-12',
};

/** VM restore in the portal (2024). */
export const doc000 = (heading: string): Source => source('000', heading);
/** About VM restore, the older outline (2020). */
export const doc001 = (heading: string): Source => source('001', heading);
/** Managed-disk restore (2021). */
export const doc002 = (heading: string): Source => source('002', heading);
/** Full VM restores of another product, Commvault; undated. */
export const doc003 = (heading: string): Source => source('003', heading);
/** VM restore by REST (2018). */
export const doc004 = (heading: string): Source => source('004', heading);
/** A page of Microsoft Learn, by its title and the heading in it, with its date where it was read in a dated version. */
export const learn = (heading: string, date: string | null = null): Source => ({
  document: 'learn',
  heading,
  date,
});
/** A choice of this product that no document makes. */
export const ours = (heading: string): Source => ({ document: 'ours', heading, date: null });

function source(document: DocumentNumber, heading: string): Source {
  return { document, heading, date: dateOf[document] };
}
