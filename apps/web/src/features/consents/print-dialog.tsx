import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../../lib/api/download.ts';
import { useAfterConsentChange } from '../../lib/consents/consents.api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useConsentsTexts } from './consents-texts.ts';

/** Papers with names leave the house: the purpose is asked (RULE-40) and offered for the usual case. */
export function PrintDialog({ consentIds, onClose }: { consentIds: readonly string[]; onClose: () => void }) {
  const say = useConsentsTexts();
  const [purpose, setPurpose] = useState(say('print.usual'));
  const [format, setFormat] = useState('pdf');
  const afterwards = useAfterConsentChange();
  const take = useMutation({
    mutationFn: () => download('/consents/print', { consentIds, format, purpose: purpose.trim() }),
    onSuccess: async () => {
      toldAbout(say('print.done'));
      onClose();
      await afterwards();
    },
  });
  return (
    <Dialog opened title={say('print.title', { count: consentIds.length })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{say('print.text')}</Text>
          <TextInput
            label={say('print.purpose')}
            description={say('print.purposeHint')}
            required
            maxLength={300}
            value={purpose}
            data-autofocus
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <NativeSelect
            label={say('print.format')}
            value={format}
            data={[
              { value: 'pdf', label: say('print.pdf') },
              { value: 'docx', label: say('print.docx') },
            ]}
            onChange={(event) => setFormat(event.currentTarget.value)}
          />
          <RefusalMessage error={take.error} />
          <Button
            type="submit"
            loading={take.isPending}
            disabled={purpose.trim() === ''}
            leftSection={<IconPrint size={18} aria-hidden />}
          >
            {say('print.go')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
