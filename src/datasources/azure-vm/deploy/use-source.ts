import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { blobQuery } from '#src/api/queries/deployments.ts';
import { blobText } from '#src/api/storage/blobs/decode.ts';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template-of.ts';
import { textOfFile } from '#src/datasources/azure-vm/deploy/template-file.ts';
import { deploy } from '#src/strings/deploy.ts';

const MEGABYTE = 1024 * 1024;

const tooLarge = (bytes: number): string => deploy.tooLarge((bytes / MEGABYTE).toFixed(1));

/** Gets the text of a template into the page, by a read of the blob or from a file. */
export function useTemplateText(left: LeftTemplate, onText: (text: string) => void) {
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  const take = async (get: () => Promise<string | null>): Promise<void> => {
    setTrouble(null);
    setIsReading(true);
    try {
      const text = await get();
      if (text !== null) onText(text);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      setIsReading(false);
    }
  };
  const { account } = left.place;
  return {
    trouble,
    isReading,
    forget: () => setTrouble(null),
    read: () =>
      void take(async () => {
        const query = blobQuery(account, left.address);
        const blob = await client.query({ ...query, staleTime: 0 });
        if (blob.kind === 'read') return blobText(blob.bytes);
        setTrouble(
          blob.kind === 'tooLarge'
            ? tooLarge(blob.sizeBytes)
            : [deploy.trouble[blob.trouble], blob.code ?? ''].join(' ').trim(),
        );
        return null;
      }),
    file: (file: File) =>
      void take(async () => {
        const read = await textOfFile(file);
        if (read.kind === 'text') return read.text;
        setTrouble(tooLarge(read.sizeBytes));
        return null;
      }),
  };
}
