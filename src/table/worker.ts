import { serve } from './tableWorker.ts'

serve(self)
