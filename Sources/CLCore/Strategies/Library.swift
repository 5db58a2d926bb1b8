extension Kinds {
  /// The types of this library: the one list of its methods.
  public static let library = Kinds(
    networks: [MLP.self, MultimodalMLP.self, ProgressiveNetwork.self],
    optimizers: [SGD.self, Momentum.self, AdaGrad.self, RMSProp.self, Adam.self],
    strategies: [
      FineTuning.self,
      Joint.self,
      SeparateNetworks.self,
      FrozenFeatures.self,
      Multimodal.self,
      EWC.self,
      OnlineEWC.self,
      L2.self,
      MAS.self,
      SI.self,
      RWalk.self,
      SCP.self,
      ExperienceReplay.self,
      ICaRL.self,
      Distillation.self,
      LwF.self,
      GEM.self,
      AGEM.self,
      SGEM.self,
      PackNet.self,
      PNN.self,
      CPG.self,
      DEN.self,
    ],
    metaStrategies: [
      Pretraining.self,
      MAML.self,
      Reptile.self,
      LifelongMAML.self,
    ])
}
