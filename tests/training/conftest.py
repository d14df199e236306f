"""One thread for tiny models: sharing their work out would cost more than it saves."""

from __future__ import annotations

import torch

torch.set_num_threads(1)
