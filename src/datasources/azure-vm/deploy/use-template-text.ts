import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { blobQuery } from '#src/api/queries/deployments.ts';
import { readOther } from '#src/api/queries/read-other.ts';
import { blobText } from '#src/api/storage/blobs.ts';
import { CONFIG_FILE } from '#src/datasources/azure-vm/deploy/downloads.ts';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template-of.ts';
import { textOfFile } from '#src/datasources/azure-vm/deploy/template-file.ts';
import { wrongFile } from '#src/model/template.ts';
import { deploy } from '#src/strings/deploy.ts';
import { saveFile } from '#src/ui/save-file.ts';

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

export interface TemplateText {
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
): TemplateText {
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
