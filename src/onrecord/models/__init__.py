"""Trained models behind small interfaces: text in, proposals out. ONNX Runtime is imported nowhere else."""
