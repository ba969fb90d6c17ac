import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { UploadShape } from '../../../../src/server/index.ts'
import { api } from '../../../api.ts'

export type Reading = Extract<UploadShape['state'], { readonly is: 'read' }>
export type Mapping = Reading['mapping']
/** What the first import sets for the company. */
export interface Account {
  readonly timeZone?: string
  readonly currency?: string
}

/** How the files are to be read. */
export interface Chosen {
  readonly mapping: Mapping
  readonly account: Account
}

/** In bytes; the server takes at most twice as many at once. */
const piece = 4 * 1024 ** 2

export interface Sending {
  readonly file: string
  readonly share: number
}

/** Hands all files in, piece by piece, and asks for their reading. */
export async function handIn(
  id: string,
  files: readonly File[],
  sending: (now: Sending) => void,
  signal: AbortSignal,
): Promise<UploadShape> {
  for (const file of files) {
    for (let at = 0; at < file.size || at === 0; at += piece) {
      sending({ file: file.name, share: file.size === 0 ? 0 : at / file.size })
      await api.handIn(id, file.name, at, file.slice(at, at + piece), signal)
    }
  }
  return api.readUpload(id, null, {})
}

/** One upload from its first file to the end: null before that. */
export function useUpload() {
  const client = useQueryClient()
  const [id, setId] = useState<string | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const account = useRef<Account>({})
  const stopping = useRef(new AbortController())
  const key = ['upload', id]
  const seen = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.upload(id ?? '', signal),
    enabled: id !== null && sending === null,
    refetchInterval: ({ state: { data } }) => (data?.state.is === 'busy' ? 250 : false),
    staleTime: 0,
  })
  const [isLoading, setLoading] = useState(false)
  const state = useReadingKept(seen.data?.state ?? null, !isLoading)
  const keep = (upload: UploadShape) => client.setQueryData(['upload', upload.id], upload)
  const send = useMutation({
    mutationFn: async (files: readonly File[]) => {
      stopping.current = new AbortController()
      const { signal } = stopping.current
      const begun = await api.beginUpload()
      setSending({ file: files[0]?.name ?? '', share: 0 })
      setId(begun.id)
      return handIn(begun.id, files, setSending, signal)
    },
    onSuccess: keep,
    onSettled: () => setSending(null),
  })
  const choose = useMutation({
    mutationFn: (chosen: Partial<Chosen>) => {
      account.current = { ...account.current, ...chosen.account }
      const before = state?.is === 'read' ? state.mapping : null
      return api.readUpload(id ?? '', chosen.mapping ?? before, account.current)
    },
    // One after the other: the last choice counts.
    scope: { id: 'reading' },
    onSuccess: keep,
  })
  const drop = useMutation({
    mutationFn: async (name: string) => {
      const upload = await api.dropFile(id ?? '', name)
      return state?.is === 'read' && state.files.length > 1
        ? api.readUpload(id ?? '', state.mapping, account.current)
        : upload
    },
    scope: { id: 'reading' },
    onSuccess: keep,
  })
  const load = useMutation({
    mutationFn: () => api.loadUpload(id ?? ''),
    onMutate: () => setLoading(true),
    onSuccess: keep,
  })
  useEffect(() => {
    if (state?.is === 'loaded') void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'upload' })
  }, [state, client])
  const letGo = () => {
    stopping.current.abort()
    account.current = {}
    setLoading(false)
    if (id !== null && state?.is !== 'loaded') void api.dropUpload(id).catch(() => {})
    setId(null)
    for (const step of [send, choose, drop, load]) step.reset()
  }
  const error = send.error ?? choose.error ?? drop.error ?? load.error ?? seen.error
  return { state: id === null ? null : state, sending, error, send, choose, drop, load, letGo }
}

type State = UploadShape['state']

/** While files are read anew the last reading stays, so that the focus does too. */
function useReadingKept(state: State | null, keeps: boolean): State | null {
  const last = useRef<State | null>(null)
  if (state?.is === 'read' || state === null) last.current = state
  return state?.is === 'busy' && keeps ? (last.current ?? state) : state
}
