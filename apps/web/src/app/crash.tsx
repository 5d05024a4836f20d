import { Button, Container } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { FailureError } from '../lib/api/failures.ts';
import { refusalKey, useRefusalTexts } from '../lib/refusals/refusals.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconRefresh, IconWarning } from '../ui/icons.ts';
import { useUiTexts } from '../ui/ui-texts.ts';
import { useAppTexts } from './app-texts.ts';

/** What is shown when a screen cannot be: the connection is gone, or the program has a fault. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const say = useUiTexts();
  const sayApp = useAppTexts();
  const sayRefusal = useRefusalTexts();
  const lost = error instanceof FailureError && error.kind !== 'defect';
  const again = () => (lost ? reset() : globalThis.location.reload());
  return (
    <Container size="sm" py="xl" component="main">
      <EmptyState
        alone
        icon={IconWarning}
        title={lost ? sayApp('failed.title') : say('crash.title')}
        action={
          <Button leftSection={<IconRefresh size={18} aria-hidden />} onClick={again}>
            {say('crash.again')}
          </Button>
        }
      >
        {lost ? sayRefusal(refusalKey(error)) : say('crash.text')}
      </EmptyState>
    </Container>
  );
}
