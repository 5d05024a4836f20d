import { Container } from '@mantine/core';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconQuestion } from '../ui/icons.ts';
import { TextLink } from '../ui/links.tsx';
import { useUiTexts } from '../ui/ui-texts.ts';

export function Missing() {
  const say = useUiTexts();
  return (
    <Container size="sm" py="xl" component="main">
      <EmptyState
        alone
        icon={IconQuestion}
        title={say('missing.title')}
        action={<TextLink to="/">{say('missing.home')}</TextLink>}
      >
        {say('missing.text')}
      </EmptyState>
    </Container>
  );
}
