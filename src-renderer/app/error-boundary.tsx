import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Told of the bug once; the browser reports it on the console as well. */
  readonly onBug?: (error: unknown, info: ErrorInfo) => void;
}

/** Catches bugs of what it holds, so that they end in words and a way out instead of an empty window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onBug?.(error, info);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Center mih={320} p="xl" role="alert">
        <Stack gap="sm" maw={440}>
          <Title order={1} size="h2">
            Something went wrong here
          </Title>
          <Text c="dimmed">
            This should not have happened. What you decided before is kept. Open the screen again; if it comes back,
            restart Portal Desk.
          </Text>
          <Group mt="xs">
            <Button onClick={() => this.setState({ failed: false })}>Open again</Button>
          </Group>
        </Stack>
      </Center>
    );
  }
}
