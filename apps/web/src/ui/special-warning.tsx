import { Alert, Button, Stack } from '@mantine/core';
import { RefusalMessage } from './refusal-message.tsx';
import { specialWords } from './special-words.ts';
import { useUiTexts } from './ui-texts.ts';

/** A refusal, or the question whether a text holds data about health; whoever has read it may say there are none. */
export function SpecialWarning({ error, onEvenSo }: { error: unknown; onEvenSo: () => void }) {
  const say = useUiTexts();
  const words = specialWords(error);
  if (words === undefined) return <RefusalMessage error={error} />;
  return (
    <Alert color="orange" role="alert">
      <Stack gap="xs" align="flex-start">
        {say('special.warning', { words })}
        <Button variant="default" size="xs" onClick={onEvenSo}>
          {say('special.evenSo')}
        </Button>
      </Stack>
    </Alert>
  );
}
