import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { download } from '../lib/api/download.ts';
import { Dialog } from './dialog.tsx';
import { IconDownload } from './icons.ts';
import { RefusalMessage } from './refusal-message.tsx';
import { useUiTexts } from './ui-texts.ts';

const FORMATS = ['xlsx', 'docx', 'csv'] as const;

type HandOutDialogProps = {
  title: string;
  /** Where the file comes from; format and purpose are added to the body. */
  path: string;
  body: Readonly<Record<string, unknown>>;
  onClose: () => void;
  /** What else is chosen for this file. */
  children?: ReactNode;
};

/** A list leaves the house with its purpose, the name of who took it, and the hour (RULE-40). */
export function HandOutDialog({ title, path, body, onClose, children }: HandOutDialogProps) {
  const say = useUiTexts();
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('xlsx');
  const [purpose, setPurpose] = useState('');
  const take = useMutation({
    mutationFn: () => download(path, { ...body, format, purpose: purpose.trim() }),
    onSuccess: onClose,
  });
  return (
    <Dialog opened title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={say('handOut.purpose')}
            description={say('handOut.purposeHint')}
            required
            maxLength={300}
            value={purpose}
            data-autofocus
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <NativeSelect
            label={say('handOut.format')}
            value={format}
            data={FORMATS.map((each) => ({ value: each, label: say(`handOut.${each}`) }))}
            onChange={(event) => setFormat(FORMATS.find((each) => each === event.currentTarget.value) ?? 'xlsx')}
          />
          {children}
          <RefusalMessage error={take.error} />
          <Button
            type="submit"
            loading={take.isPending}
            disabled={purpose.trim() === ''}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {say('handOut.go')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
