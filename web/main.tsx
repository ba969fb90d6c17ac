import './tokens/styles.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { styleNonce } from './nonce.ts'
import { queryClient } from './queries.ts'
import { router } from './routes.tsx'
import { cssVariables, theme } from './tokens/index.ts'
import { language } from './words/index.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const nonce = styleNonce()
document.documentElement.lang = language

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
