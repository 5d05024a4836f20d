import { Anchor, Container } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconQuestion } from '../ui/icons.ts';
import { useUiTexts } from '../ui/ui-texts.ts';

export function Missing() {
  const say = useUiTexts();
  return (
    <Container size="sm" py="xl" component="main">
      <EmptyState
        icon={IconQuestion}
        title={say('missing.title')}
        action={
          <Anchor component={Link} to="/">
            {say('missing.home')}
          </Anchor>
        }
      >
        {say('missing.text')}
      </EmptyState>
    </Container>
  );
}
