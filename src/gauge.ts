/** A figure that a part of the house knows about itself; whoever asks for it gets the one of this moment. */
export interface Gauge {
  readonly name: `plumbline_${string}`
  /** One sentence for the operator; the guide lists it. */
  readonly help: string
  /** A counter only grows while the process runs. */
  readonly kind: 'gauge' | 'counter'
  /** What the figures are told apart by, where there is more than one. */
  readonly label?: string
  /** A figure, or one for each value of the label; null where there is none now. */
  readonly value: () => Figures | Promise<Figures>
}

type Figures = number | null | Readonly<Record<string, number>>
