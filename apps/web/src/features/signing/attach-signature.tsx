import { Button, Checkbox, Stack, Text } from '@mantine/core';
import type { ConsentCard } from '@nastavnik/contracts/consents';
import { useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { useAttachSignature } from './signing.api.ts';
import { useSigningTexts } from './signing-texts.ts';

/** The own qualified signature: what is agreed to is ticked first, then its file comes (RULE-09). */
export function AttachSignature({ consent, own }: { consent: ConsentCard; own: string }) {
  const say = useSigningTexts();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const [ticked, setTicked] = useState<string[]>([]);
  const attach = useAttachSignature(consent.id, () => toldAbout(say('signed')));
  const { purposes } = consent.document.template;
  const isTicked = purposes.every(({ code, required }) => !required || ticked.includes(code));
  const choices = consent.kind === 'dissemination' ? consent.choices : null;
  return (
    <>
      <Button variant="subtle" w="fit-content" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('qualified')}
      </Button>
      {open && (
        <Stack gap="sm">
          <Text size="sm">{say('qualified.text')}</Text>
          <Checkbox.Group label={say('purposes')} value={ticked} onChange={setTicked}>
            <Stack gap="xs" mt={4}>
              {purposes.map(({ code, text }) => (
                <Checkbox key={code} size="md" value={code} label={text} />
              ))}
            </Stack>
          </Checkbox.Group>
          {isTicked && (
            <FileDrop
              endings={['.sig', '.p7s', '.sgn']}
              limitMegabytes={5}
              busy={attach.isPending}
              onFiles={([file]) => file && attach.mutate({ by: own, signedOn: today, purposes: ticked, choices, file })}
            >
              {say('qualified.file')}
            </FileDrop>
          )}
          <RefusalMessage error={attach.error} />
        </Stack>
      )}
    </>
  );
}
