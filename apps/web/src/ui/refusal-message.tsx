import { Alert, Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { refusalKey, secondsToWait, useRefusalTexts } from '../lib/refusals/refusals.ts';
import { IconRefresh, IconWarning } from './icons.ts';
import { asksSecondFactor, SecondFactorNeeded } from './second-factor-needed.tsx';

/**
 * What went wrong in words, and a way to try again where that can help. Takes the focus when it appears, so that the
 * keyboard and the screen reader are where the news is.
 */
export function RefusalMessage({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const say = useRefusalTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  if (asksSecondFactor(error)) return <SecondFactorNeeded />;
  const wait = secondsToWait(error);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="default"
      icon={<IconWarning size={20} aria-hidden />}
    >
      <Text>{say(refusalKey(error))}</Text>
      {wait !== undefined && <Text size="sm">{say('wait', { count: wait })}</Text>}
      {again && (
        <Button mt="xs" variant="default" size="xs" leftSection={<IconRefresh size={16} aria-hidden />} onClick={again}>
          {say('again')}
        </Button>
      )}
    </Alert>
  );
}
