"""MiniLM and MPNet, whose word pieces also carry features of their words, and the sums that a linear-chain CRF needs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional


class Rounding(nn.Linear):
    """A linear layer that can compute as it will in eight bits.

    Weights are rounded by output channel, inputs by tensor, as onnxruntime's dynamic quantisation does; the gradient passes as if nothing
    were rounded (Bengio et al. 2013).
    """

    rounded = False

    def forward(self, x: Tensor) -> Tensor:
        """As `nn.Linear`."""
        if not self.rounded:
            return super().forward(x)
        with torch.no_grad():
            scale = self.weight.abs().amax(1, keepdim=True) / 127
            off_weight = torch.round(self.weight / scale) * scale - self.weight
            wide = x.detach().float()
            low, high = wide.amin().clamp(max=0), wide.amax().clamp(min=0)
            step = (high - low) / 255
            zero = torch.round(-low / step)
            off_input = ((torch.clamp(torch.round(wide / step) + zero, 0, 255) - zero) * step - wide).to(x.dtype)
        return functional.linear(x + off_input, self.weight + off_weight, self.bias)


class Layer(nn.Module):
    """One BERT layer, normalised after each half; no dropout, which costs a third of the time on a CPU."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (Rounding(width, width) for _ in range(4))
        self.up, self.down = Rounding(width, inner), Rounding(inner, width)
        self.norm1, self.norm2 = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x`: (batch, pieces, width); `mask`: (batch, 1, 1, pieces), 0 for a piece and a large negative for padding."""
        b, n, w = x.shape
        q, k, v = (f(x).view(b, n, self.heads, w // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        x = self.norm1(x + self.out(seen.transpose(1, 2).reshape(b, n, w)))
        return self.norm2(x + self.down(functional.gelu(self.up(x))))


class Encoder(nn.Module):
    """BERT with one more embedding a feature, zero at the start, so that training begins at the encoder as it was."""

    def __init__(self, folder: Path, features: tuple[int, ...] = (), *, dropout: float = 0.1) -> None:
        """`folder` holds `config.json` and `model.safetensors` of a BERT without pooler; `features` the sizes of the vocabularies."""
        super().__init__()
        config = json.loads((folder / "config.json").read_text())
        self.width: int = config["hidden_size"]
        self.dropout = dropout
        self.words = nn.Embedding(config["vocab_size"], self.width)
        self.places = nn.Embedding(config["max_position_embeddings"], self.width)
        self.kind = nn.Parameter(torch.zeros(self.width))
        self.features = nn.ModuleList(nn.Embedding(n, self.width) for n in features)
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(self.width, eps=1e-12)
        sizes = self.width, config["num_attention_heads"], config["intermediate_size"]
        self.layers = nn.ModuleList(Layer(*sizes) for _ in range(config["num_hidden_layers"]))
        self._load(load_file(folder / "model.safetensors"))

    def round(self, rounded: bool) -> None:
        """Switches the arithmetic of eight bits on or off."""
        for module in self.modules():
            if isinstance(module, Rounding):
                module.rounded = rounded

    def _load(self, weights: dict[str, Tensor]) -> None:
        names = {"attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value"}
        names |= {"attention.output.dense": "out", "attention.output.LayerNorm": "norm1", "intermediate.dense": "up"}
        names |= {"output.dense": "down", "output.LayerNorm": "norm2"}
        state = {
            "words.weight": weights["embeddings.word_embeddings.weight"],
            "places.weight": weights["embeddings.position_embeddings.weight"],
            "kind": weights["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        for n in range(len(self.layers)):
            for theirs, ours in names.items():
                for part in ("weight", "bias"):
                    state[f"layers.{n}.{ours}.{part}"] = weights[f"encoder.layer.{n}.{theirs}.{part}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or any(not m.startswith("features.") for m in missing):
            raise ValueError(f"not a BERT encoder: missing {missing}, unexpected {unexpected}")

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor) -> Tensor:
        """(batch, n) ids, (batch, n, features) rows and (batch, n) 1 for a piece, 0 for padding -> (batch, n, width) states."""
        n = pieces.shape[1]
        x = self.words(pieces) + self.places.weight[:n] + self.kind
        for k, table in enumerate(self.features):
            x = x + table(features[:, :, k])
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        mask = (1.0 - present.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


class LargeEncoder(nn.Module):
    """MPNet (Song et al. 2020), by transformers, with features as `Encoder` has them; it holds the same pieces under other numbers."""

    def __init__(self, folder: Path, pieces: Sequence[str], features: tuple[int, ...] = (), *, frozen: int = 0) -> None:
        """`pieces` are MiniLM's by id; `frozen` layers from below keep their weights, and the tables of pieces and places with them.

        What is rare in the training data would only forget; the lower layers read words, which they can already.
        """
        super().__init__()
        from transformers import MPNetModel

        self.body = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.width: int = self.body.config.hidden_size
        own = {piece: n for n, piece in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n"))}
        own |= {"[CLS]": own["<s>"], "[SEP]": own["</s>"], "[PAD]": own["<pad>"]}
        self.register_buffer("numbers", torch.tensor([own[p] for p in pieces]), persistent=False)
        self.features = nn.ModuleList(nn.Embedding(n, self.width) for n in features)
        for table in self.features:
            nn.init.zeros_(table.weight)
        for name, weight in self.body.named_parameters():
            weight.requires_grad_(not (frozen and ("embeddings" in name or any(f"layer.{n}." in name for n in range(frozen)))))

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor) -> Tensor:
        """As `Encoder`."""
        x = self.body.embeddings(input_ids=self.numbers[pieces])
        for k, table in enumerate(self.features):
            x = x + table(features[:, :, k])
        mask = (1.0 - present.to(x.dtype))[:, None, None, :] * -1e4
        states: Tensor = self.body.encoder(x, attention_mask=mask, return_dict=True).last_hidden_state
        return states


class ChainLoss(nn.Module):
    """Negative log likelihood of tag sequences under a linear-chain CRF (Lafferty et al. 2001) that forbids I- without its B- before."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.between = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.first = nn.Parameter(torch.zeros(len(tags)))
        barred = torch.tensor([[b.startswith("I-") and a[2:] != b[2:] for b in tags] for a in tags])
        self.register_buffer("barred", barred)
        self.register_buffer("barred_first", torch.tensor([b.startswith("I-") for b in tags]))

    def scores(self) -> tuple[Tensor, Tensor]:
        """Scores of the first tag and of tag after tag, with -10,000 for what cannot be."""
        return self.first.masked_fill(self.barred_first, -1e4), self.between.masked_fill(self.barred, -1e4)

    def forward(self, emissions: Tensor, tags: Tensor, present: Tensor) -> Tensor:
        """(batch, words, tags) emissions, (batch, words) gold and mask -> (batch,) losses."""
        first, between = self.scores()
        emissions = emissions.float()
        alpha = first + emissions[:, 0]
        for n in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + between, 1) + emissions[:, n]
            alpha = torch.where(present[:, n, None], step, alpha)
        at = emissions.gather(2, tags[:, :, None]).squeeze(2)
        moves = between[tags[:, :-1], tags[:, 1:]]
        path = first[tags[:, 0]] + (at * present).sum(1) + (moves * present[:, 1:]).sum(1)
        return torch.logsumexp(alpha, 1) - path
