import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { blobQuery } from '#src/api/queries/deployments.ts';
import { readOther } from '#src/api/queries/query.ts';
import { blobPlace, blobText } from '#src/api/blobs.ts';
import { type BlobPlace, MOST_TEMPLATE_BYTES } from '#src/model/blob.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';
import { sameId } from '#src/model/resource-id.ts';
import { wrongFile } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';
import { saveFile } from '#src/ui/dom.ts';

/** The names that the downloaded files get. */
export const TEMPLATE_FILE = 'azuredeploy.json';
export const CONFIG_FILE = 'vmconfig.json';

/** The template that a job has left in its staging storage account. */
export interface LeftTemplate {
  readonly address: string;
  readonly place: BlobPlace;
  /** The address of `vmconfig.json`; null: the job names none. */
  readonly config: string | null;
  /** The resource group that the disks were restored to; null: the job names none. */
  readonly groupName: string | null;
}

/**
 * Only a completed restore of disks leaves one, and the job says where (document 000, Use templates). A
 * token for Storage goes to that account, so an address in another one than the job names is none.
 */
export function templateOf(job: JobDetails): LeftTemplate | null {
  const address = propertyOf(job, 'Template Blob Uri')?.trim() ?? '';
  const place = blobPlace(address);
  if (place === null) return null;
  const account = propertyOf(job, 'Target Storage Account Name')?.trim() ?? '';
  if (account !== '' && !sameId(account, place.account)) return null;
  const group = propertyOf(job, 'Target resource group')?.trim() ?? '';
  return {
    address,
    place,
    config: propertyOf(job, 'Config Blob Uri')?.trim() ?? null,
    groupName: group === '' ? null : group,
  };
}

/** A template as a text, from wherever its bytes came; or how large it is, where Azure would not accept it. */
type TemplateText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLarge'; readonly sizeBytes: number };

/** The text of a file that a person chose. Rejects where the browser can't read it. */
export async function textOfFile(file: Blob): Promise<TemplateText> {
  if (file.size > MOST_TEMPLATE_BYTES) return { kind: 'tooLarge', sizeBytes: file.size };
  return { kind: 'text', text: blobText(new Uint8Array(await file.arrayBuffer())) };
}

const MEGABYTE = 1024 * 1024;

const tooLarge = (bytes: number): string => deploy.tooLarge((bytes / MEGABYTE).toFixed(1));

/** A text that was read, or why there is none. */
type Got =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'trouble' } & Trouble);

/** Why a text wasn’t taken over. */
interface Trouble {
  readonly words: string;
  /** It was read, and is no template. */
  readonly isWrongFile?: boolean;
}

/** A text as a template, unless it is something else: then what was there before stays. */
export function asTemplate(text: string): Got {
  const wrong = wrongFile(text);
  return wrong === null
    ? { kind: 'text', text }
    : { kind: 'trouble', words: deploy.wrongFile[wrong], isWrongFile: true };
}

export interface TemplateReading {
  /** Why the last read failed; null: it didn’t. */
  readonly trouble: Trouble | null;
  readonly isReading: boolean;
  /** What was read last in this visit, before any edit; null: nothing was. */
  readonly original: string | null;
  readonly forget: () => void;
  readonly read: () => void;
  readonly file: (file: File) => void;
  /** Reads `vmconfig.json` and hands it to the browser; null: the job names none. */
  readonly saveConfig: (() => void) | null;
}

/** Gets the text of a template into the page, by a read of the blob or from a file. */
export function useTemplateText(
  { place, address, config }: LeftTemplate,
  onText: (text: string) => void,
): TemplateReading {
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [original, setOriginal] = useState<string | null>(null);
  const take = async (get: () => Promise<Got>, accepted: (text: string) => void): Promise<void> => {
    setTrouble(null);
    setIsReading(true);
    try {
      const got = await get();
      if (got.kind === 'text') accepted(got.text);
      else setTrouble(got);
    } catch (error) {
      setTrouble({ words: error instanceof Error ? error.message : String(error) });
    } finally {
      setIsReading(false);
    }
  };
  const blobAt = async (blobAddress: string): Promise<Got> => {
    const blob = await readOther(client, {
      ...blobQuery(place.account, blobAddress),
      staleTime: 0,
    });
    if (blob.kind === 'read') return { kind: 'text', text: blobText(blob.bytes) };
    const words =
      blob.kind === 'tooLarge'
        ? tooLarge(blob.sizeBytes)
        : [deploy.trouble[blob.trouble], ...(blob.code === null ? [] : [`(${blob.code})`])].join(
            ' ',
          );
    return { kind: 'trouble', words };
  };
  const accept = (text: string): void => {
    // A text area has one kind of line end.
    const lines = text.replaceAll(/\r\n?/g, '\n');
    setOriginal(lines);
    onText(lines);
  };
  return {
    trouble,
    isReading,
    original,
    forget: () => setTrouble(null),
    read: () =>
      void take(async () => {
        const got = await blobAt(address);
        return got.kind === 'text' ? asTemplate(got.text) : got;
      }, accept),
    file: (file) =>
      void take(async () => {
        const read = await textOfFile(file);
        return read.kind === 'text'
          ? asTemplate(read.text)
          : { kind: 'trouble', words: tooLarge(read.sizeBytes) };
      }, accept),
    saveConfig:
      config === null
        ? null
        : () =>
            void take(
              () => blobAt(config),
              (text) => saveFile(CONFIG_FILE, 'application/json', text),
            ),
  };
}
