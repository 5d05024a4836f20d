import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { informationSheet } from '@nastavnik/contracts/participants';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../lib/api/api.ts';
import { Dialog } from './dialog.tsx';
import { IconFile } from './icons.ts';
import { Loading } from './loading.tsx';
import { RefusalMessage } from './refusal-message.tsx';
import { useUiTexts } from './ui-texts.ts';

/** LIFECYCLE 4.3: the sheet that goes with an invitation, read here or printed to be handed out. */
export function InformationSheetButton({ participantId }: { participantId: string }) {
  const say = useUiTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconFile size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {say('sheet.open')}
      </Button>
      {open && (
        <Dialog opened size="lg" title={say('sheet.open')} onClose={() => setOpen(false)}>
          <Sheet participantId={participantId} />
        </Dialog>
      )}
    </>
  );
}

function Sheet({ participantId }: { participantId: string }) {
  const say = useUiTexts();
  const path = `/participants/${participantId}/information-sheet`;
  const { data, error, refetch } = useQuery({
    queryKey: ['participant', participantId, 'information-sheet'],
    queryFn: ({ signal }) => ask('GET', path, informationSheet, { signal }),
  });
  if (error) return <RefusalMessage error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={6} />;
  return (
    <Stack gap="md">
      <Anchor href={`/api/v1${path}/file`}>{say('sheet.print')}</Anchor>
      <div>
        <Text size="sm">{data.school}</Text>
        <Text fw={600}>{data.title}</Text>
      </div>
      {[...data.sections, { heading: say('sheet.whom'), paragraphs: [data.contact] }].map(({ heading, paragraphs }) => (
        <section key={heading}>
          <Title order={3} size="h5">
            {heading}
          </Title>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} mt={4}>
              {paragraph}
            </Text>
          ))}
        </section>
      ))}
    </Stack>
  );
}
