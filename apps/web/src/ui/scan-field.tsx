import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { sendScan } from '../lib/api/send-scan.ts';
import { FileDrop } from './file-drop.tsx';
import { IconFile } from './icons.ts';
import { RefusalMessage } from './refusal-message.tsx';
import { useUiTexts } from './ui-texts.ts';

export type Scan = { readonly id: string; readonly name: string };
type ScanFieldProps = { scan: Scan | null; onScan: (scan: Scan | null) => void };

/** The scan of a decision, if there is one at hand. It travels at once; the decision then names it. */
export function ScanField({ scan, onScan }: ScanFieldProps) {
  const say = useUiTexts();
  const sending = useMutation({
    mutationFn: async (file: File) => ({ id: await sendScan(file), name: file.name }),
    onSuccess: onScan,
  });
  if (scan) {
    return (
      <Group gap="xs">
        <IconFile size={18} aria-hidden />
        <Text>{scan.name}</Text>
        <Button size="compact-sm" variant="subtle" onClick={() => onScan(null)}>
          {say('scan.remove')}
        </Button>
      </Group>
    );
  }
  return (
    <>
      <FileDrop
        endings={['.pdf', '.jpg', '.jpeg', '.png', '.tif', '.tiff', '.heic', '.webp']}
        limitMegabytes={20}
        busy={sending.isPending}
        onFiles={(files) => files[0] && sending.mutate(files[0])}
      >
        {say('scan.hint')}
      </FileDrop>
      <RefusalMessage error={sending.error} />
    </>
  );
}
